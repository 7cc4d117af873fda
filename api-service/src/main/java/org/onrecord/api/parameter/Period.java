package org.onrecord.api.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.annotation.Nullable;

import org.onrecord.chassis.problem.ProblemException;

/**
 * A stretch of time, open at an end that is empty.
 *
 * @param from first moment
 * @param before first moment that is not within
 */
public record Period(Optional<Instant> from, Optional<Instant> before) {

    private static final int LONGEST = 40;
    private static final int DATE_LENGTH = 10;
    private static final int LAST_YEAR = 9999;

    /**
     * @param from date or instant that {@link DateOrInstant} lets through; null for no beginning
     * @param to likewise, the last day or moment that is within; null for no end
     * @throws ProblemException if it would end before it begins
     */
    public static Period of(@Nullable String from, @Nullable String to) {
        Period period = new Period(
                Optional.ofNullable(from).flatMap(Period::starting),
                Optional.ofNullable(to).flatMap(Period::ending));
        if (period.from.isPresent()
                && period.before.isPresent()
                && !period.from.get().isBefore(period.before.get())) {
            throw ProblemException.invalid("from", "must not be after to");
        }
        return period;
    }

    /** Whether it is all of time. */
    public boolean isOpen() {
        return from.isEmpty() && before.isEmpty();
    }

    /** The moment itself; of a date, its first in UTC. */
    public static Optional<Instant> starting(String text) {
        return parse(text, 0, 0);
    }

    /** The moment after; of a date, the first of the next day. The database keeps microseconds. */
    private static Optional<Instant> ending(String text) {
        return parse(text, 1, 1);
    }

    private static Optional<Instant> parse(String text, long daysLater, long microsecondsLater) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (text.length() == DATE_LENGTH) {
                LocalDate date = LocalDate.parse(text);
                return date.getYear() < 1
                        ? Optional.empty()
                        : Optional.of(date.plusDays(daysLater)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
            }
            // A plus sign that was not escaped arrives as a space.
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            return time.getYear() < 1 || time.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(
                            time.toInstant().truncatedTo(ChronoUnit.MICROS).plus(microsecondsLater, ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
