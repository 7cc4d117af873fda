package org.onrecord.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a service may be started again: a few times within some minutes, since one that ends more often will not be
 * mended by it, while one that ends now and then over weeks is. Not safe for use from several threads.
 */
final class Restarts {
    static final int AT_MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Deque<Instant> counted = new ArrayDeque<>();

    Restarts(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more restart, unless there were too many of late; returns whether it may be made. */
    boolean mayRestart() {
        Instant now = clock.instant();
        while (!counted.isEmpty() && !counted.peek().isAfter(now.minus(WITHIN))) {
            counted.remove();
        }
        return counted.size() < AT_MOST && counted.add(now);
    }
}
