package org.onrecord.chassis.event;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomesTest {

    /** The topic takes 256 KiB, and a server may redirect to whatever it likes. */
    @Test
    void longParticularsAreCutShortBetweenTwoCharacters() {
        assertThat(detail("🗞".repeat(10_000))).isEqualTo("🗞".repeat(500) + "…");
        assertThat(detail("x" + "🗞".repeat(10_000))).isEqualTo("x" + "🗞".repeat(499) + "…");
        assertThat(detail("HTTP status 503")).isEqualTo("HTTP status 503");
        assertThat(detail(null)).isNull();
    }

    private static String detail(String detail) {
        Outcome outcome = Outcomes.of(
                UUID.randomUUID(), null, null, null, Stage.FETCH, OutcomeReason.FAILED, detail, Instant.EPOCH);
        return outcome.detail();
    }
}
