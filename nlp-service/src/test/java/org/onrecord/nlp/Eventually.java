package org.onrecord.nlp;

import java.time.Duration;

/** How long the tests of this module wait for what must happen: for as long as it takes the busiest machine. */
public final class Eventually {

    public static final Duration WITHIN = Duration.ofMinutes(5);

    private Eventually() {}
}
