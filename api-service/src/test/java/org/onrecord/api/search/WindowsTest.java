package org.onrecord.api.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.onrecord.api.parameter.Period;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsTest {

    private static final Instant NOW = Instant.parse("2026-02-10T12:00:00Z");
    private static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    @Test
    void theNewestMonthsComeFirstThenAYearThenTheRest() {
        assertThat(Windows.of(ALWAYS, Instant.parse("2021-08-09T10:00:00Z"), NOW))
                .containsExactly(
                        period("2021-07-01T00:00:00Z", "2021-08-09T10:00:00.000001Z"),
                        period("2020-07-01T00:00:00Z", "2021-07-01T00:00:00Z"),
                        new Period(Optional.empty(), Optional.of(Instant.parse("2020-07-01T00:00:00Z"))));
    }

    @Test
    void onePageThatIsDatedFarAheadDoesNotHideTheNewestMonths() {
        assertThat(Windows.of(ALWAYS, Instant.parse("2099-01-01T00:00:00Z"), NOW))
                .startsWith(
                        period("2026-03-01T00:00:00Z", "2099-01-01T00:00:00.000001Z"),
                        period("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    }

    @Test
    void everyMomentThatIsAskedForIsInOneWindow() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            Period period = new Period(moment(random), moment(random));
            Instant newest = moment(random).orElse(NOW);
            List<Period> windows = Windows.of(period, newest, NOW);
            Instant probe = Stream.of(moment(random), period.from(), period.before(), Optional.of(newest))
                    .skip(random.nextInt(4))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(NOW);
            boolean isAskedFor = contains(period, probe) && !probe.isAfter(newest);

            assertThat(windows.stream().filter(window -> contains(window, probe)))
                    .as("%s in %s, newest %s", probe, period, newest)
                    .hasSize(isAskedFor ? 1 : 0);
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
