package org.onrecord.scraper.source;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a channel is. */
enum ChannelKind {
    /** Not known yet: the URL of a source as it was added. */
    UNDISCOVERED,
    RSS,
    ATOM,
    JSON_FEED,
    SITEMAP,
    SITEMAP_INDEX;

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
