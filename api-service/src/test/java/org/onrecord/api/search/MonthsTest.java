package org.onrecord.api.search;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.api.parameter.Period;

import static org.assertj.core.api.Assertions.assertThat;

class MonthsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-02-03T04:05:06Z | 2014-02-28T23:59:59Z | {201402}",
                "2014-11-30T00:00:00Z | 2016-02-01T00:00:01Z | {201411,201412,2015,201601,201602}",
                "2014-11-30T00:00:00Z | 2016-01-01T00:00:00Z | {201411,201412,2015}",
                "2014-12-31T23:59:59Z | 2015-01-01T00:00:00Z | {201412}"
            })
    void wholeYearsAndMonthsCoverAPeriod(Instant from, Instant before, String months) {
        assertThat(Months.covering(new Period(Optional.of(from), Optional.of(before))))
                .contains(months);
    }

    @Test
    void aPeriodWithoutAnEndOrOfManyYearsIsNotCovered() {
        Optional<Instant> now = Optional.of(Instant.parse("2026-02-03T00:00:00Z"));

        assertThat(Months.covering(new Period(now, Optional.empty()))).isEmpty();
        assertThat(Months.covering(new Period(Optional.empty(), now))).isEmpty();
        assertThat(Months.covering(new Period(Optional.of(Instant.parse("0001-01-01T00:00:00Z")), now)))
                .isEmpty();
    }
}
