package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives each request to a host a turn of its own, at least the delay after the one before. Turns are kept in memory
 * only as long as they lie ahead. Thread-safe.
 */
final class HostTurns {

    private static final int SWEEP_AT = 10_000;

    private final InstantSource clock;
    private final Map<String, Instant> nextTurns = new HashMap<>();

    HostTurns(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes the next turn of a host, and says how long it is until then. */
    synchronized Duration take(URI url, Duration delay) {
        Instant now = clock.instant();
        if (nextTurns.size() >= SWEEP_AT) {
            nextTurns.values().removeIf(turn -> !turn.isAfter(now));
        }
        Instant turn = nextTurns.getOrDefault(url.getRawAuthority(), now);
        Instant mine = turn.isBefore(now) ? now : turn;
        nextTurns.put(url.getRawAuthority(), mine.plus(delay));
        return Duration.between(now, mine);
    }
}
