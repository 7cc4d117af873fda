package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

import org.onrecord.egress.Headers;

/** How long a server asks to be left alone. Pure. */
public final class ServerWish {

    private ServerWish() {}

    /** RFC 9110 10.2.3: seconds, or a date; empty if it asks for nothing that can be read. */
    public static Optional<Duration> retryAfter(Headers headers, Instant now) {
        return headers.first("Retry-After").flatMap(value -> wait(value.strip(), now));
    }

    /** How long an answer is fresh (RFC 9111 5.2.2.1); empty if it does not say, or forbids to keep it. */
    public static Optional<Duration> fresh(Headers headers) {
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
        return Optional.empty();
    }

    private static Optional<Duration> wait(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
