package org.onrecord.chassis.event;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatienceTest {
    private final Patience patience = new Patience(new LongWaits(() -> true, Clock.systemUTC()));

    @ParameterizedTest
    @CsvSource({
        "08006, true", // connection failure
        "28P01, true", // invalid password: it is being changed
        "40P01, true", // deadlock detected
        "53300, true", // too many connections
        "57P03, true", // cannot connect now
        "22021, false", // character not in repertoire
        "23502, false", // not-null violation
        "42P01, true", // undefined table: its migration has not ended
        "25006, true", // read-only: a standby, or a full disk
        "42601, false" // syntax error
    })
    void anOutagePassesAndAFaultOfTheEventDoesNot(String sqlState, boolean passes) {
        assertThat(Patience.passes(new IllegalStateException(new SQLException("as it happens", sqlState))))
                .isEqualTo(passes);
    }

    @Test
    void aFaultOfTheEventIsTriedThreeTimes() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> patience.run("storing", () -> {
                    attempts.incrementAndGet();
                    throw new IllegalArgumentException("poison");
                }))
                .hasMessage("poison");

        assertThat(attempts).hasValue(3);
    }

    @Test
    void whoIsInterruptedWhileWaitingStopsInsteadOfGivingTheEventUp() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> patience.run("storing", () -> {
                    throw new IllegalStateException(new SQLException("away", "08006"));
                }))
                .isInstanceOf(StoppingException.class);

        assertThat(Thread.interrupted()).isTrue();
    }
}
