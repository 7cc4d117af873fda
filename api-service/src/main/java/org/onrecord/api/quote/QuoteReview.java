package org.onrecord.api.quote;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an editor decided of a quote.
 *
 * @param id of {@code /v1/reviews}
 * @param decision whether the quote was confirmed as it is, corrected to what it is now, or rejected
 * @param author name of the key, or whom the token was given to
 * @param time when it was decided
 * @param note why; null where nothing was said
 */
@RegisterForReflection
public record QuoteReview(
        UUID id,

        @Schema(enumeration = {"confirmed", "corrected", "rejected"})
        String decision,

        String author,
        Instant time,
        @Nullable String note) {}
