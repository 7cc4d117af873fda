package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostTurnsTest {

    private static final String ONE = "one.example";
    private static final String OTHER = "other.example";
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
    void theNextTurnIsToldWithoutTakingIt() {
        assertThat(turns.untilNext(ONE)).isZero();
        turns.take(ONE, SECOND);

        assertThat(turns.untilNext(ONE)).isEqualTo(SECOND);
        assertThat(turns.untilNext(ONE)).isEqualTo(SECOND);
        assertThat(turns.untilNext(OTHER)).isZero();
    }

    @Test
    void aSlowAnswerPutsTheNextTurnOff() {
        turns.take(ONE, SECOND);
        now = now.plusSeconds(5);

        turns.leaveAlone(ONE, SECOND);

        assertThat(turns.untilNext(ONE)).isEqualTo(SECOND);
        assertThat(turns.take(ONE, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void aTurnThatWentByIsNotOwed() {
        turns.take(ONE, SECOND);
        now = now.plusSeconds(60);

        assertThat(turns.take(ONE, SECOND)).isZero();
        assertThat(turns.take(ONE, SECOND)).isEqualTo(SECOND);
    }
}
