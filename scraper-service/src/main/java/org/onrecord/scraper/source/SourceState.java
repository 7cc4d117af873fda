package org.onrecord.scraper.source;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is done about a source. */
public enum SourceState {
    /** Its feeds and sitemaps are being looked for. */
    DISCOVERING,
    /** They are polled. */
    ACTIVE,
    /** They are not, by its operator's word. */
    PAUSED,
    /** None was found; looked for again from time to time. */
    FAILED;

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static SourceState of(String label) {
        for (SourceState state : values()) {
            if (state.label().equals(label)) {
                return state;
            }
        }
        throw new IllegalArgumentException("one of discovering, active, paused, failed");
    }
}
