package org.onrecord.api.web.source;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which piece of the list, and whose story. */
@RegisterForReflection
public class SourcesParameters {

    @RestQuery
    @Size(max = 8192, message = "must be an address of at most 8192 characters")
    @Nullable
    public String story;

    @RestQuery
    @Pattern(regexp = "[A-Za-z0-9_-]{1,40}", message = "must be that of the link to the next page")
    @Nullable
    public String cursor;
}
