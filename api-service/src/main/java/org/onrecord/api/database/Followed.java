package org.onrecord.api.database;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far a standby must have read the primary's log not to be too late. No clock of either is asked, and a primary on which nothing
 * happens has a standby that is not late. One thread writes; any may read.
 */
final class Followed {

    private record Sample(long nanos, long at) {}

    private final long longestLagNanos;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile long floor = Long.MAX_VALUE;
    private volatile long lagNanos = Long.MAX_VALUE;

    Followed(long longestLagNanos) {
        this.longestLagNanos = longestLagNanos;
    }

    /**
     * Takes note of the primary.
     *
     * @param nanos {@link System#nanoTime} before it was asked
     * @param at where its log ended
     */
    void saw(long nanos, long at) {
        samples.addLast(new Sample(nanos, at));
        Sample oldest = samples.getFirst();
        while (!samples.isEmpty() && nanos - samples.getFirst().nanos() >= longestLagNanos) {
            oldest = samples.removeFirst();
        }
        if (samples.isEmpty() || oldest != samples.getFirst()) {
            samples.addFirst(oldest);
        }
        floor = oldest.at();
    }

    /** Takes note of how far the standby has read it. */
    void read(long nanos, long at) {
        lagNanos = samples.reversed().stream()
                .filter(sample -> sample.at() <= at)
                .findFirst()
                .map(sample -> nanos - sample.nanos())
                .orElse(Long.MAX_VALUE);
    }

    /** What must have been read, in bytes. */
    long floor() {
        return floor;
    }

    /** For how long the standby may have lacked what was changed, when it was seen last; the longest there is where nobody knows. */
    long lagNanos() {
        return lagNanos;
    }
}
