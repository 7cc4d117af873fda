package org.onrecord.api.forward;

import java.time.Instant;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A channel as the scraper answers it, for the document of this interface. */
@Schema(description = "A feed or sitemap of a source.")
@RegisterForReflection
public record SourceChannel(
        String url,

        @Schema(enumeration = {"undiscovered", "rss", "atom", "json-feed", "sitemap", "sitemap-index"})
        String kind,

        @Schema(
                description = "How long it is left alone, ISO 8601; adapts to how much it publishes.",
                examples = "PT5M")
        String every,

        @Nullable Instant polledAt,

        @Schema(description = "Absent while its source is paused.") @Nullable
        Instant nextPollAt,

        @Schema(description = "Why the last poll failed; absent if it did not.") @Nullable
        String error) {}
