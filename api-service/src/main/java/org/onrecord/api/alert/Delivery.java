package org.onrecord.api.alert;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.result.RowView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What was sent, or is to be sent, for an alert.
 *
 * @param id the same at each attempt: the header webhook-id, or what the header Message-ID of a mail begins with
 * @param quote the id of the quote; left out where it is a test or a digest
 * @param statements how many statements a digest was made of; left out where it is none
 * @param state pending; delivered, when the receiver answered 2xx or the mail server took it; failed, when it did not for a day, or the alert was disabled;
 *     withdrawn, when there is no such quote any more
 * @param created when it was to be told of
 * @param attempts how often it was sent
 * @param tried when it was sent last; left out before the first attempt
 * @param next when it will be sent next; left out unless it is pending
 * @param status that the receiver, or the mail server, answered last; left out where it did not
 * @param answer the first characters of that answer
 * @param error why there was no answer
 */
@RegisterForReflection
public record Delivery(
        UUID id,
        @Nullable UUID quote,
        @Nullable Integer statements,

        @Schema(enumeration = {"pending", "delivered", "failed", "withdrawn"})
        String state,

        Instant created,
        int attempts,
        @Nullable Instant tried,
        @Nullable Instant next,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String error) {

    static Delivery of(RowView row) {
        String state = row.getColumn("state", String.class);
        return new Delivery(
                row.getColumn("delivery_id", UUID.class),
                row.getColumn("quote_id", UUID.class),
                row.getColumn("statements", Integer.class),
                state,
                row.getColumn("created_at", Instant.class),
                row.getColumn("attempts", Integer.class),
                row.getColumn("tried_at", Instant.class),
                state.equals("pending") ? row.getColumn("due_at", Instant.class) : null,
                row.getColumn("status", Integer.class),
                row.getColumn("answer", String.class),
                row.getColumn("error", String.class));
    }
}
