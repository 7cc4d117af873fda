package org.onrecord.api.search;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.onrecord.api.parameter.Period;

/** The numbers by which {@code year_and_month} of the database tells when something was printed. */
final class Months {

    private static final int JANUARY = 1;
    private static final int DECEMBER = 12;
    /** Of a longer list most numbers would be looked up in vain. */
    private static final int MOST = 60;

    private Months() {}

    static YearMonth of(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Whole years, and months where a year is not whole, that cover a period and more at its ends at most.
     *
     * @return an array of PostgreSQL's, such as <code>{2013,201401,201402}</code>; empty for a period that is open at an end,
     *     and for one of a lifetime
     */
    static Optional<String> covering(Period period) {
        return period.from()
                .flatMap(from -> period.before().flatMap(before -> covering(of(from), of(before.minusNanos(1)))));
    }

    private static Optional<String> covering(YearMonth first, YearMonth last) {
        List<Integer> numbers = new ArrayList<>();
        YearMonth month = first;
        while (!month.isAfter(last) && numbers.size() <= MOST) {
            boolean wholeYear = month.getMonthValue() == JANUARY
                    && !month.withMonth(DECEMBER).isAfter(last);
            numbers.add(wholeYear ? month.getYear() : month.getYear() * 100 + month.getMonthValue());
            month = wholeYear ? month.plusYears(1) : month.plusMonths(1);
        }
        return numbers.size() > MOST
                ? Optional.empty()
                : Optional.of(numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    }
}
