package org.onrecord.api.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.api.parameter.Period;

import static org.assertj.core.api.Assertions.assertThat;

class WholeDaysTest {

    private static final Instant NOW = Instant.parse("2026-02-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAY,   2026-01-05T00:00:00Z, 2026-01-07T00:00:00Z, 2026-01-05, 2026-01-07, 0",
        "DAY,   2026-01-05T00:00:01Z, 2026-01-07T23:59:59Z, 2026-01-06, 2026-01-07, 2",
        "DAY,   2026-01-05T00:00:01Z, 2026-01-06T23:59:59Z, , , 1",
        "DAY,   2026-01-05T10:00:00Z, 2026-01-05T11:00:00Z, , , 1",
        "MONTH, 2025-12-31T00:00:00Z, 2026-03-02T00:00:00Z, 2026-01-01, 2026-03-01, 2",
        "MONTH, 2026-01-02T00:00:00Z, 2026-02-01T00:00:00Z, , , 1"
    })
    void whatIsNotWholeIsLeft(
            WholeDays.Unit unit, Instant from, Instant before, LocalDate first, LocalDate end, int rest) {
        WholeDays days = WholeDays.of(new Period(Optional.of(from), Optional.of(before)), unit);

        assertThat(days.isEmpty()).isEqualTo(first == null);
        if (first != null) {
            assertThat(days.from()).contains(first);
            assertThat(days.before()).contains(end);
        }
        assertThat(days.rest()).hasSize(rest);
    }

    @Test
    void everyMomentThatIsAskedForIsInAMonthOrADayOrTheRestAndInOneAlone() {
        Random random = new Random(7);
        for (int trial = 0; trial < 5000; trial++) {
            Optional<Instant> from = moment(random);
            Period period = new Period(
                    from,
                    moment(random).filter(before -> from.map(before::isAfter).orElse(true)));
            Instant probe = random.nextBoolean()
                    ? NOW.minus(random.nextInt(200 * 86_400), ChronoUnit.SECONDS)
                    : period.from().or(period::before).orElse(NOW);

            assertThat(parts(period).stream().filter(part -> contains(part, probe)))
                    .as("%s in %s", probe, period)
                    .hasSize(contains(period, probe) ? 1 : 0);
        }
    }

    /** As counts are read: months, the days around them, and what is no whole day. */
    private static List<Period> parts(Period period) {
        WholeDays days = WholeDays.of(period, WholeDays.Unit.DAY);
        List<Period> parts = new ArrayList<>(days.rest());
        if (!days.isEmpty()) {
            WholeDays months = days.months();
            if (!months.isEmpty()) {
                parts.add(period(months));
            }
            months.restByDays().forEach(rest -> {
                assertThat(rest.rest()).isEmpty();
                parts.add(period(rest));
            });
        }
        return parts;
    }

    private static Period period(WholeDays days) {
        return new Period(days.from().map(WholeDaysTest::start), days.before().map(WholeDaysTest::start));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean contains(Period period, Instant moment) {
        return period.from().map(from -> !moment.isBefore(from)).orElse(true)
                && period.before().map(moment::isBefore).orElse(true);
    }

    private static Optional<Instant> moment(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(NOW.minus(random.nextInt(200 * 86_400), ChronoUnit.SECONDS));
            default -> Optional.of(NOW.truncatedTo(ChronoUnit.DAYS).minus(random.nextInt(200), ChronoUnit.DAYS));
        };
    }
}
