package org.onrecord.chassis.clock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTest {

    @Test
    void itGoesByWhatIsMeasuredFromTheMomentItBegan() {
        Instant begin = Instant.parse("2026-11-27T12:00:00Z");
        AtomicLong nanos = new AtomicLong(-7);
        SteadyClock clock = new SteadyClock(begin, nanos::get);

        assertThat(clock.instant()).isEqualTo(begin);

        nanos.addAndGet(5_000_000_000L);
        assertThat(clock.instant()).isEqualTo(begin.plusSeconds(5));
    }
}
