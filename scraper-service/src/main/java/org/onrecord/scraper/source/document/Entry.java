package org.onrecord.scraper.source.document;

import java.time.Instant;
import java.util.Optional;

/**
 * A page that a feed or a sitemap tells of.
 *
 * @param url as it is written there, absolute or not
 * @param publishedAt when it says the page was published
 * @param changedAt when it says the page was changed last
 */
public record Entry(String url, Optional<Instant> publishedAt, Optional<Instant> changedAt) {

    /** The latest word on when the page became what it is. */
    public Optional<Instant> latest() {
        return changedAt
                .filter(changed -> publishedAt.map(changed::isAfter).orElse(true))
                .or(() -> publishedAt);
    }
}
