package org.onrecord.api.takedown;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why an article is taken down. */
@RegisterForReflection
public class TakedownParameters {

    @RestQuery
    @Parameter(description = "Why, for the record: a court's order, a withdrawal. The trace of its URL shows it.")
    @Size(max = 500, message = "must have at most 500 characters")
    @Nullable
    public String reason;
}
