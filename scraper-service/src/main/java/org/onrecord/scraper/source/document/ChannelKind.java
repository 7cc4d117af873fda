package org.onrecord.scraper.source.document;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a channel is. */
public enum ChannelKind {
    /** Not known yet: the URL of a source as it was added. */
    UNDISCOVERED,
    RSS,
    ATOM,
    JSON_FEED,
    SITEMAP,
    SITEMAP_INDEX;

    /** As answers and the database have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
