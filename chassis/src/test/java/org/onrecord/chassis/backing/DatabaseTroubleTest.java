package org.onrecord.chassis.backing;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08006, AWAY, true", // connection failure
        "53300, AWAY, true", // too many connections
        "57P01, AWAY, true", // admin shutdown
        "57P03, AWAY, true", // cannot connect now
        "57014, TOO_SLOW, true", // query cancelled
        "40P01, PASSING, true", // deadlock detected
        "40001, PASSING, true", // serialization failure
        "58030, PASSING, true", // input/output error
        "22021, BAD_DATA, false", // character not in repertoire
        "23502, OTHER, false", // not-null violation
        "42601, OTHER, false", // syntax error
        "22012, OTHER, false", // division by zero: a fault of ours, and not of what was sent
        "25006, READ_ONLY, true", // read-only transaction: a standby, or a provider's answer to a full disk
        "53100, READ_ONLY, true", // disk full
        "42P01, PASSING, true", // undefined table: its migration has not ended
        "42501, PASSING, true" // insufficient privilege
    })
    void whoseFaultItIsSaysTheState(String state, DatabaseTrouble trouble, boolean passes) {
        Exception failure = new IllegalStateException(new IllegalStateException(new SQLException("failed", state)));

        assertThat(DatabaseTrouble.of(failure)).isEqualTo(trouble);
        assertThat(DatabaseTrouble.of(failure).passes()).isEqualTo(passes);
    }

    @Test
    void aPoolThatGaveUpWaitingHasNoState() {
        assertThat(DatabaseTrouble.of(new SQLTransientConnectionException("acquisition timeout")))
                .isEqualTo(DatabaseTrouble.AWAY);
    }

    @Test
    void whatNoDatabaseHadAPartInIsNoneOfItsTrouble() {
        assertThat(DatabaseTrouble.of(new IllegalStateException("no SQL"))).isEqualTo(DatabaseTrouble.OTHER);
        assertThat(DatabaseTrouble.of(new SQLException("no state"))).isEqualTo(DatabaseTrouble.OTHER);
    }
}
