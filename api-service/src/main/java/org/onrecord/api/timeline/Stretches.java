package org.onrecord.api.timeline;

import java.util.List;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.chassis.problem.ProblemException;

/** By which stretches of time is counted. */
@RegisterForReflection
public class Stretches {

    /** Ten years by days. */
    public static final int MOST = 3660;

    private static final String DAY = "day";

    @RestQuery
    @Parameter(description = "How long each stretch of time is, in UTC; weeks begin on Monday.")
    @Schema(
            enumeration = {DAY, "week", "month"},
            defaultValue = DAY)
    @Pattern(regexp = "day|week|month", message = "must be day, week or month")
    @Nullable
    public String interval;

    /** One of day, week and month. */
    public String intervalOrDefault() {
        return interval == null ? DAY : interval;
    }

    /**
     * The same stretches.
     *
     * @throws ProblemException if there are more than {@link #MOST}
     */
    public List<Timeline.Stretch> checked(List<Timeline.Stretch> stretches) {
        if (stretches.size() > MOST) {
            throw ProblemException.invalid(
                    "interval", "would give more than " + MOST + " stretches of time: take a longer one");
        }
        return stretches;
    }
}
