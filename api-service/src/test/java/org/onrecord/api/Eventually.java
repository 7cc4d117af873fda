package org.onrecord.api;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How the tests of this module wait for what must happen: for as long as it takes the busiest machine. */
public final class Eventually {

    public static final Duration WITHIN = Duration.ofMinutes(5);

    private Eventually() {}

    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(WITHIN);
    }
}
