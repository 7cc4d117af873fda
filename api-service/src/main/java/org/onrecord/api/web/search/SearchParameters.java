package org.onrecord.api.web.search;

import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the box of the front page sends beside the filters. */
@RegisterForReflection
public class SearchParameters {

    @RestQuery
    @Size(max = 500, message = "must be at most 500 characters")
    @Nullable
    public String ask;
}
