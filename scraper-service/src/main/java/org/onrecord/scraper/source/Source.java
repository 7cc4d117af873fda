package org.onrecord.scraper.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.scraper.source.document.ChannelKind;

/** A source as its operator sees it. */
@RegisterForReflection
public record Source(
        UUID id,

        @Schema(description = "as it was added: a home page, a feed or a sitemap")
        String url,

        @Schema(description = "the registrable domain that its own articles are stored under")
        String site,

        SourceState state,
        List<String> include,
        List<String> exclude,
        Instant addedAt,

        @Schema(description = "pages that were found and asked for, changed ones counted once")
        long articlesFound,

        Optional<Instant> lastFoundAt,

        @Schema(description = "of any of its channels; kept when all is well again")
        Optional<String> lastError,

        Optional<Instant> lastErrorAt,

        @Schema(description = "the feeds and sitemaps that are read")
        List<Listed> channels) {

    /** A channel as its operator sees it. */
    @RegisterForReflection
    public record Listed(
            String url,
            ChannelKind kind,

            @Schema(
                    description = "how long it is left alone, ISO 8601; adapts to how much it publishes",
                    examples = "PT5M")
            String every,

            Optional<Instant> polledAt,

            @Schema(description = "absent while its source is paused")
            Optional<Instant> nextPollAt,

            @Schema(description = "why the last poll failed; absent if it did not")
            Optional<String> error) {}

    Source with(List<Listed> channels) {
        return new Source(
                id,
                url,
                site,
                state,
                include,
                exclude,
                addedAt,
                articlesFound,
                lastFoundAt,
                lastError,
                lastErrorAt,
                channels);
    }
}
