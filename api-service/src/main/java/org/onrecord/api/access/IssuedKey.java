package org.onrecord.api.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An access key as those see it who may make keys: all but its secret, which nobody can see again.
 *
 * @param scope feed, read, write, edit or admin
 * @param expiresAt from when on it is refused; null if never
 * @param lastUsedAt null if it was not yet
 * @param revokedAt null if it was not
 */
public record IssuedKey(
        UUID id,
        String name,
        String scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
