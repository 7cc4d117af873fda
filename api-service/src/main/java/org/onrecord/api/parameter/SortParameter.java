package org.onrecord.api.parameter;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.page.Sort;

/** In which order a list is. */
@RegisterForReflection
public class SortParameter {

    @RestQuery
    @Parameter(
            description =
                    "By when it was printed, the newest or the oldest first; or stored: as it was stored, or changed"
                            + " last, so that what is new comes at the end; or relevance: those first that have the words of q"
                            + " closest together, of the newest 1,000 that have them. For a copy that is kept up to date, go on with"
                            + " changedSince of the last.")
    @Schema(
            enumeration = {"newest", "oldest", "stored", "relevance"},
            defaultValue = "newest")
    @Pattern(regexp = Sort.NAMES, message = "must be newest, oldest, stored or relevance")
    @Nullable
    public String sort;

    public Sort sortOrDefault() {
        return Sort.of(sort);
    }
}
