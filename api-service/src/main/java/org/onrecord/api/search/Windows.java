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
    private static final int MONTHS_OF_A_YEAR = 12;

    private Windows() {}

    /**
     * Divides what is before the end of a period: its last month with the one before, a year before that, and all that is older.
     *
     * @param period with an end
     * @return newest first, without gaps; empty for an empty period
     */
    static List<Period> of(Period period) {
        Instant end = period.before().orElseThrow();
        YearMonth last = Months.of(end.minusNanos(1));
        Instant recent = Months.start(last.minusMonths(MONTHS_BEFORE));
        Instant year = Months.start(last.minusMonths(MONTHS_BEFORE + MONTHS_OF_A_YEAR));
        List<Period> windows = new ArrayList<>();
        for (Period window : List.of(
                new Period(Optional.of(recent), Optional.of(end)),
                new Period(Optional.of(year), Optional.of(recent)),
                new Period(Optional.empty(), Optional.of(year)))) {
            within(window, period.from()).ifPresent(windows::add);
        }
        return windows;
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
