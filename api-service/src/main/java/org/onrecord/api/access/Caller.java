package org.onrecord.api.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, whatever showed it.
 *
 * @param id names them in the audit and for counting their requests
 * @param name in words
 * @param scope what they may do
 * @param expiresAt from when on they are refused; null if never
 * @param revokedAt likewise
 * @param proof what showed it
 */
record Caller(
        UUID id,
        String name,
        Scope scope,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        Proof proof) {

    /** What shows who asks. */
    enum Proof {
        /** A key of this service's own. */
        KEY,
        /** A token of the provider that the operator trusts. */
        TOKEN
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }
}
