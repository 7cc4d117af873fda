package org.onrecord.api.parameter;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.chassis.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2014-05-01,                       2014-05-01,            2014-05-01T00:00:00Z,        2014-05-02T00:00:00Z",
        "2014-05-01T02:00:00+02:00,        2014-05-01T01:00:00Z,  2014-05-01T00:00:00Z,        2014-05-01T01:00:00.000001Z",
        "2014-05-01T00:00:00.123456789Z,   9999-12-31,            2014-05-01T00:00:00.123456Z, +10000-01-01T00:00:00Z",
        "0001-01-01,                       0001-01-01,            0001-01-01T00:00:00Z,        0001-01-02T00:00:00Z"
    })
    void bothEndsAreWithin(String from, String to, Instant first, Instant before) {
        Period period = Period.of(from, to);

        assertThat(period).isEqualTo(new Period(Optional.of(first), Optional.of(before)));
    }

    @Test
    void anEndThatIsNotGivenIsOpen() {
        assertThat(Period.of(null, null)).isEqualTo(new Period(Optional.empty(), Optional.empty()));
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> Period.of("2014-05-02", "2014-05-01")).isInstanceOf(ProblemException.class);
    }
}
