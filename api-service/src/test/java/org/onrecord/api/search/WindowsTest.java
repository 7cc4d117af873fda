package org.onrecord.api.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.onrecord.api.parameter.Period;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsTest {

    private static final Instant NOW = Instant.parse("2026-02-10T12:00:00Z");

    @Test
    void theNewestMonthsComeFirstThenLongerAndLongerStretches() {
        Optional<Instant> end = Optional.of(Instant.parse("2021-08-09T10:00:00Z"));

        assertThat(Windows.of(new Period(Optional.empty(), end)))
                .containsExactly(
                        period("2021-07-01T00:00:00Z", "2021-08-09T10:00:00Z"),
                        period("2020-07-01T00:00:00Z", "2021-07-01T00:00:00Z"),
                        period("2018-07-01T00:00:00Z", "2020-07-01T00:00:00Z"),
                        period("2014-07-01T00:00:00Z", "2018-07-01T00:00:00Z"),
                        period("2006-07-01T00:00:00Z", "2014-07-01T00:00:00Z"),
                        period("1990-07-01T00:00:00Z", "2006-07-01T00:00:00Z"),
                        new Period(Optional.empty(), Optional.of(Instant.parse("1990-07-01T00:00:00Z"))));
    }

    /** So that the index of words is asked of each, and only of the oldest the dates. */
    @Test
    void allButTheOldestHaveMonths() {
        assertThat(Windows.of(new Period(Optional.empty(), Optional.of(NOW))).stream()
                        .map(Months::covering)
                        .map(Optional::isPresent))
                .containsExactly(true, true, true, true, true, true, false);
    }

    @Test
    void everyMomentThatIsAskedForIsInOneWindow() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            Period period =
                    new Period(moment(random), Optional.of(moment(random).orElse(NOW)));
            Instant probe = Stream.of(moment(random), period.from(), period.before())
                    .skip(random.nextInt(3))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(NOW);

            assertThat(Windows.of(period).stream().filter(window -> contains(window, probe)))
                    .as("%s in %s", probe, period)
                    .hasSize(contains(period, probe) ? 1 : 0);
        }
    }

    private static boolean contains(Period period, Instant moment) {
        return period.from().map(from -> !moment.isBefore(from)).orElse(true)
                && period.before().map(moment::isBefore).orElse(true);
    }

    private static Optional<Instant> moment(Random random) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(NOW.minus(random.nextInt(3000) - 500, ChronoUnit.DAYS)
                        .minus(random.nextInt(86_400), ChronoUnit.SECONDS));
    }

    private static Period period(String from, String before) {
        return new Period(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(before)));
    }
}
