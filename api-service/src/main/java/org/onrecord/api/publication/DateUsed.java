package org.onrecord.api.publication;

import java.time.Instant;

import jakarta.annotation.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** By which of its dates an article is found: a page that does not date itself is found by when it was first seen. */
@RegisterForReflection
public enum DateUsed {
    @JsonProperty("publishedAt")
    PUBLISHED_AT,
    @JsonProperty("firstSeenAt")
    FIRST_SEEN_AT;

    /**
     * @param publishedAt what the page says
     * @param date the one in use
     */
    public static DateUsed of(@Nullable Instant publishedAt, Instant date) {
        return date.equals(publishedAt) ? PUBLISHED_AT : FIRST_SEEN_AT;
    }
}
