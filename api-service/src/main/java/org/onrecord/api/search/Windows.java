package org.onrecord.api.search;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.onrecord.api.parameter.Period;

/** The stretches of time that are searched one after the other: short ones first, which suffice for words of every day. */
final class Windows {

    private static final int MONTHS_BEFORE = 1;
    private static final int MOST_YEARS = 16;

    private Windows() {}

    /**
     * Divides what is before the end of a period: its last month with the one before, a year before that, then two years, four, eight and
     * sixteen, and all that is older. Each but the last has months, by which the index of words is asked: of an open stretch the database
     * takes words that it has no statistics of for frequent, and looks for them day by day.
     *
     * @param period with an end
     * @return newest first, without gaps; empty for an empty period
     */
    static List<Period> of(Period period) {
        Instant end = period.before().orElseThrow();
        YearMonth start = Months.of(end.minusNanos(1)).minusMonths(MONTHS_BEFORE);
        List<Period> windows = new ArrayList<>();
        add(new Period(Optional.of(Months.start(start)), Optional.of(end)), period, windows);
        for (int years = 1; years <= MOST_YEARS; years *= 2) {
            YearMonth earlier = start.minusYears(years);
            add(new Period(Optional.of(Months.start(earlier)), Optional.of(Months.start(start))), period, windows);
            start = earlier;
        }
        add(new Period(Optional.empty(), Optional.of(Months.start(start))), period, windows);
        return windows;
    }

    private static void add(Period window, Period period, List<Period> windows) {
        within(window, period.from()).ifPresent(windows::add);
    }

    private static Optional<Period> within(Period window, Optional<Instant> from) {
        Optional<Instant> start = from.filter(moment ->
                        window.from().isEmpty() || moment.isAfter(window.from().get()))
                .or(window::from);
        return start.isPresent() && !start.get().isBefore(window.before().orElseThrow())
                ? Optional.empty()
                : Optional.of(new Period(start, window.before()));
    }
}
