package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.util.Optional;

import org.onrecord.scraper.article.Reading;

/** How one attempt at a page ended. */
public sealed interface Attempt {
    /** How the site's host did. */
    HostState host();

    /**
     * For good or ill: nothing more will be asked.
     *
     * @param seen what to remember of the page, once the reading is published
     */
    record Ended(Reading reading, HostState host, Optional<SeenPage> seen) implements Attempt {

        /** An end of which nothing is to be remembered. */
        public Ended(Reading reading, HostState host) {
            this(reading, host, Optional.empty());
        }
    }

    /** The host is in trouble, and asking again later may help. */
    record PutOff(Duration delay, HostState host) implements Attempt {}

    /** Whether a host answered as a healthy one does. */
    enum HostState {
        WELL,
        IN_TROUBLE
    }
}
