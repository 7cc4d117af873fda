package org.onrecord.chassis.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * For pauses, limits and waits inside of one process: it begins with the machine's time and then goes by what is measured, so
 * that it never jumps when the machine's clock is corrected. Not for what is stored or told to others. In UTC; thread-safe.
 */
public final class SteadyClock extends Clock {

    private final Instant begin;
    private final LongSupplier nanos;
    private final long start;

    public SteadyClock() {
        this(Clock.systemUTC().instant(), System::nanoTime);
    }

    SteadyClock(Instant begin, LongSupplier nanos) {
        this.begin = begin;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(nanos.getAsLong() - start);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException always */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
