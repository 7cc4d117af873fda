package org.onrecord.chassis.clock;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClockSetBackTest {
    private Instant even = Instant.parse("2026-11-27T12:00:00Z");
    private Instant clock = even;
    private final ClockSetBack.Watch watch = new ClockSetBack.Watch(() -> clock, () -> even);

    @Test
    void aClockThatGoesEvenlyOrIsSetAheadIsNotSetBack() {
        pass(1, 1);
        assertThat(watch.isSetBack()).isFalse();
        pass(1, 3601);
        assertThat(watch.isSetBack()).isFalse();
    }

    @Test
    void whatIsCorrectedLittleByLittleIsBorne() {
        for (int second = 0; second < 100; second++) {
            pass(1, 0);
            assertThat(watch.isSetBack()).isFalse();
        }
    }

    @Test
    void anHourBackIsNoticed() {
        pass(1, 3601);
        assertThat(watch.isSetBack()).isFalse();
        pass(1, -3599);
        assertThat(watch.isSetBack()).isTrue();
        assertThat(watch.by()).isEqualTo(Duration.ofHours(1));
    }

    private void pass(int seconds, int byTheClock) {
        even = even.plusSeconds(seconds);
        clock = clock.plusSeconds(byTheClock);
    }
}
