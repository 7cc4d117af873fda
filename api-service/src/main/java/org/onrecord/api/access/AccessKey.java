package org.onrecord.api.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept, without its secret.
 *
 * @param id names it in the audit and for revoking
 * @param name whose it is, in words
 * @param scope what it allows
 * @param expiresAt from when on it is refused; null if never
 * @param revokedAt likewise
 */
record AccessKey(
        UUID id,
        String name,
        Scope scope,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }
}
