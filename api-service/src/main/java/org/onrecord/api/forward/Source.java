package org.onrecord.api.forward;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A source as the scraper answers it, for the document of this interface. */
@Schema(description = "A news site, feed or sitemap that is watched.")
@RegisterForReflection
public record Source(
        UUID id,

        @Schema(description = "As it was added: a home page, a feed or a sitemap.")
        String url,

        @Schema(
                description =
                        "Registrable host that its own articles are stored under: the site of /v1/quotes and /v1/articles.")
        @Nullable
        String site,

        @Schema(enumeration = {"discovering", "active", "paused", "failed"})
        String state,

        @Schema(description = "Patterns of the URLs that are wanted; all if there is none.")
        List<String> include,

        @Schema(description = "Patterns of the URLs that are not; they have the last word.")
        List<String> exclude,

        Instant addedAt,

        @Schema(description = "Pages that were found and asked for; changed ones count once.")
        long articlesFound,

        @Nullable Instant lastFoundAt,

        @Schema(description = "Of any of its channels; kept when all is well again.") @Nullable
        String lastError,

        @Nullable Instant lastErrorAt,

        @Schema(description = "The feeds and sitemaps that are read.")
        List<SourceChannel> channels) {}
