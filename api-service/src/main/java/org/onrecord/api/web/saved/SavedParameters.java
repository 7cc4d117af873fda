package org.onrecord.api.web.saved;

import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A search that somebody brings along to save it. */
@RegisterForReflection
public class SavedParameters {

    @RestQuery
    @Size(max = 8000, message = "must be the filters of a search, at most 8000 characters")
    @Nullable
    public String query;
}
