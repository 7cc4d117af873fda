package org.onrecord.api.takedown;

import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.DateOrInstant;
import org.onrecord.api.parameter.Period;

/** Since when takedowns are asked for. */
@RegisterForReflection
public class TakenDownSince {

    @RestQuery
    @Parameter(description = "Taken down on this day (in UTC) or at this moment, or later.")
    @DateOrInstant
    @Nullable
    public String since;

    Optional<Instant> moment() {
        return Optional.ofNullable(since).flatMap(Period::starting);
    }
}
