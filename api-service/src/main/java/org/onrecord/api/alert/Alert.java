package org.onrecord.api.alert;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who is told of new answers to a saved search.
 *
 * @param id names it
 * @param search the id of the saved search
 * @param url where deliveries are sent; left out of an alert by mail
 * @param email where digests are sent; left out of any other
 * @param every how often digests are sent; left out likewise
 * @param state active; paused by its owner; disabled because its receiver did not take what was sent
 * @param disabledReason why it was disabled; left out where it is not
 * @param failingSince since when nothing was delivered; left out where the last attempt went well
 * @param created when it was made
 * @param secret what deliveries are signed with: in the answer that makes it alone
 * @param previousSecretUntil until when deliveries are signed with the secret before this one too; left out where they are not
 */
@RegisterForReflection
public record Alert(
        UUID id,
        UUID search,
        @Nullable String url,
        @Nullable String email,

        @Schema(enumeration = {"hourly", "daily"}) @Nullable String every,

        @Schema(enumeration = {"active", "paused", "disabled"})
        String state,

        @Nullable String disabledReason,
        @Nullable Instant failingSince,
        Instant created,
        @Nullable String secret,
        @Nullable Instant previousSecretUntil) {

    static Alert of(AlertEntity row) {
        return of(row, null);
    }

    static Alert of(AlertEntity row, @Nullable SigningSecret made) {
        Instant until = row.previousUntil;
        return new Alert(
                row.alertId,
                row.searchId,
                row.url,
                row.email,
                row.period,
                row.state,
                row.disabledReason,
                row.failingSince,
                row.createdAt,
                made == null ? null : made.text(),
                until == null || until.isBefore(Instant.now()) ? null : until);
    }
}
