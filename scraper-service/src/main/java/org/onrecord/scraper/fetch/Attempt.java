package org.onrecord.scraper.fetch;

import java.time.Duration;

import org.onrecord.scraper.article.Reading;

/** How one attempt at a page ended. */
public sealed interface Attempt {
    /** How the site's host did. */
    HostState host();

    /** For good or ill: nothing more will be asked. */
    record Ended(Reading reading, HostState host) implements Attempt {}

    /** The host is in trouble, and asking again later may help. */
    record PutOff(Duration delay, HostState host) implements Attempt {}

    /** Whether a host answered as a healthy one does. */
    enum HostState {
        WELL,
        IN_TROUBLE
    }
}
