package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostTurnsTest {

    private static final URI ONE = URI.create("https://one.example/a");
    private static final URI OTHER = URI.create("https://other.example/a");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Instant now = Instant.parse("2026-11-23T04:00:00Z");
    private final HostTurns turns = new HostTurns(() -> now);

    @Test
    void eachRequestToAHostWaitsForTheOneBefore() {
        assertThat(turns.take(ONE, SECOND)).isZero();
        assertThat(turns.take(ONE, SECOND)).isEqualTo(SECOND);
        assertThat(turns.take(ONE, SECOND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(turns.take(OTHER, SECOND)).isZero();
    }

    @Test
    void aTurnThatWentByIsNotOwed() {
        turns.take(ONE, SECOND);
        now = now.plusSeconds(60);

        assertThat(turns.take(ONE, SECOND)).isZero();
        assertThat(turns.take(ONE, SECOND)).isEqualTo(SECOND);
    }
}
