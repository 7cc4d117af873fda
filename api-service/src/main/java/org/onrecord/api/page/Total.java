package org.onrecord.api.page;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How many rows answer the question, over all pages.
 *
 * @param value the number
 * @param relation whether there are exactly that many, or that many were counted and then the counting stopped
 */
@RegisterForReflection
public record Total(long value, Relation relation) {

    /** Counting ends here: a million rows cost as much to count as to read. */
    public static final int COUNTED = 1000;

    @RegisterForReflection
    public enum Relation {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("atLeast")
        AT_LEAST
    }

    /**
     * @param counted how many were found by a count that stops after {@link #COUNTED} and one more
     */
    public static Total of(long counted) {
        return counted > COUNTED ? new Total(COUNTED, Relation.AT_LEAST) : new Total(counted, Relation.EXACT);
    }
}
