package org.onrecord.scraper.fetch;

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
    synchronized Duration take(String host, Duration delay) {
        Instant now = clock.instant();
        if (nextTurns.size() >= SWEEP_AT) {
            nextTurns.values().removeIf(turn -> !turn.isAfter(now));
        }
        Instant turn = nextTurns.getOrDefault(host, now);
        Instant mine = turn.isBefore(now) ? now : turn;
        nextTurns.put(host, mine.plus(delay));
        return Duration.between(now, mine);
    }

    /** Puts the next turn of a host off until the delay is over from now, if it was to come before. */
    synchronized void leaveAlone(String host, Duration delay) {
        Instant after = clock.instant().plus(delay);
        nextTurns.merge(host, after, (turn, other) -> turn.isAfter(other) ? turn : other);
    }

    /** How long it is until the next turn of a host, which is not taken. */
    synchronized Duration untilNext(String host) {
        Instant now = clock.instant();
        Instant turn = nextTurns.getOrDefault(host, now);
        return turn.isAfter(now) ? Duration.between(now, turn) : Duration.ZERO;
    }
}
