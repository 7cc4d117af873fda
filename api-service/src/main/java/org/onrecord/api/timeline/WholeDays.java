package org.onrecord.api.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.onrecord.api.parameter.Period;

/**
 * The whole days or months of a period, in UTC, of which there are counts, and the rest at its ends, of which there are none.
 *
 * @param from the first day; empty where it is open
 * @param before the first day that is not within, likewise
 * @param rest what is left of the period, at most two stretches; all of it where no day or month is whole
 */
record WholeDays(Optional<LocalDate> from, Optional<LocalDate> before, boolean isEmpty, List<Period> rest) {

    /** What counts are of. */
    enum Unit {
        DAY,
        MONTH;

        LocalDate floor(LocalDate day) {
            return this == DAY ? day : day.withDayOfMonth(1);
        }

        LocalDate ceiling(LocalDate day) {
            LocalDate floor = floor(day);
            return floor.equals(day) ? day : floor.plusMonths(1);
        }
    }

    static WholeDays of(Period period, Unit unit) {
        Optional<LocalDate> from = period.from().map(moment -> unit.ceiling(firstWhole(moment)));
        Optional<LocalDate> before = period.before().map(moment -> unit.floor(day(moment)));
        if (from.isPresent() && before.isPresent() && !from.get().isBefore(before.get())) {
            return new WholeDays(from, before, true, List.of(period));
        }
        List<Period> rest = new ArrayList<>();
        rest(period.from(), from.map(WholeDays::start), rest);
        rest(before.map(WholeDays::start), period.before(), rest);
        return new WholeDays(from, before, false, rest);
    }

    /** The whole months of the same days; empty ones where no month is whole. */
    WholeDays months() {
        return of(new Period(from.map(WholeDays::start), before.map(WholeDays::start)), Unit.MONTH);
    }

    /** The days of {@link #rest}, where that begins and ends with a day. */
    List<WholeDays> restByDays() {
        return rest.stream().map(stretch -> of(stretch, Unit.DAY)).toList();
    }

    private static void rest(Optional<Instant> from, Optional<Instant> before, List<Period> rest) {
        if (from.isPresent() && before.isPresent() && from.get().isBefore(before.get())) {
            rest.add(new Period(from, before));
        }
    }

    private static LocalDate firstWhole(Instant moment) {
        LocalDate day = day(moment);
        return start(day).equals(moment) ? day : day.plusDays(1);
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
