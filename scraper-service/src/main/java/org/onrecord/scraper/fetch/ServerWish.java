package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.onrecord.egress.Headers;

/** How long a server asks to be left alone. Pure. */
public final class ServerWish {

    /** RFC 9110 5.6.7: the one that is written, and two that are to be read. */
    private static final List<DateTimeFormatter> DATES =
            List.of(form("[EEE, ]d MMM yyyy HH:mm:ss"), rfc850(), form("EEE MMM d HH:mm:ss yyyy"));

    private ServerWish() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendPattern("[' GMT']")
                .toFormatter(Locale.ENGLISH);
    }

    /** A year of two digits is the nearest one that is not more than fifty years away. */
    private static DateTimeFormatter rfc850() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(50))
                .appendPattern(" HH:mm:ss' GMT'")
                .toFormatter(Locale.ENGLISH);
    }

    /** RFC 9110 10.2.3: seconds, or a date; empty if it asks for nothing that can be read. */
    public static Optional<Duration> retryAfter(Headers headers, Instant now) {
        return headers.first("Retry-After").flatMap(value -> wait(value.strip(), now));
    }

    /**
     * How long an answer is fresh (RFC 9111 4.2.1): as {@code Cache-Control} says, or else from {@code Date} to {@code Expires};
     * empty if neither says, or it may not be kept.
     *
     * @param now where the answer has no date of its own
     */
    public static Optional<Duration> fresh(Headers headers, Instant now) {
        for (String directive : headers.first("Cache-Control")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(",")) {
            String word = directive.strip();
            if (word.equals("no-cache") || word.equals("no-store")) {
                return Optional.empty();
            }
            if (word.matches("max-age=\"?\\d{1,9}\"?")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(word.replaceAll("\\D", ""))));
            }
        }
        Instant date = headers.first("Date").flatMap(ServerWish::date).orElse(now);
        return headers.first("Expires")
                .flatMap(ServerWish::date)
                .map(expires -> Duration.between(date, expires))
                .filter(Duration::isPositive);
    }

    private static Optional<Duration> wait(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value).map(date -> Duration.between(now, date));
    }

    /** Empty if it is none, such as the 0 of an {@code Expires} that is over (RFC 9111 5.3). */
    private static Optional<Instant> date(String value) {
        String written = value.strip().replaceAll("\\s+", " ").replaceFirst("(?i) (?:UTC|Z|\\+0000)$", " GMT");
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(LocalDateTime.parse(written, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
