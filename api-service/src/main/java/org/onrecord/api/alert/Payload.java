package org.onrecord.api.alert;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.quote.Quote;

/**
 * The body of a delivery.
 *
 * @param type quote.stored, or alert.test
 * @param timestamp when it was to be told of
 * @param data what is told
 */
@RegisterForReflection
record Payload(String type, Instant timestamp, Data data) {

    /**
     * What is told.
     *
     * @param alert the id of the alert
     * @param search the saved search that is answered
     * @param quote as {@code /v1/quotes/{id}} answers it; left out of a test
     */
    @RegisterForReflection
    record Data(UUID alert, Search search, @Nullable Quote quote) {}

    /** A saved search, by id and name. */
    @RegisterForReflection
    record Search(UUID id, String name) {}
}
