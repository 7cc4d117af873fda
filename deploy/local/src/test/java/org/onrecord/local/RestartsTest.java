package org.onrecord.local;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestartsTest {
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final Restarts restarts = new Restarts(() -> now);

    @Test
    void aServiceThatKeepsEndingIsGivenUp() {
        for (int restart = 0; restart < Restarts.AT_MOST; restart++) {
            assertThat(restarts.mayRestart()).isTrue();
        }

        assertThat(restarts.mayRestart()).isFalse();
    }

    @Test
    void oneThatEndsNowAndThenIsStartedAgainForEver() {
        for (int restart = 0; restart < 100; restart++) {
            assertThat(restarts.mayRestart()).isTrue();
            now = now.plus(Duration.ofMinutes(3));
        }
    }
}
