package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.util.Optional;

import org.onrecord.egress.FetchResult;

/** How long to wait before asking a server in trouble again. Pure. */
final class BackOff {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private BackOff() {}

    /**
     * @param first the wait after the first attempt; it doubles with each
     * @param attempt that failed, from 1
     * @return how long to wait; empty if the server asks for more than a request can be kept waiting
     */
    static Optional<Duration> after(FetchResult result, Duration first, int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration asked = retryAfter(result).orElse(Duration.ZERO);
        if (asked.compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        Duration wait = doubled.compareTo(asked) > 0 ? doubled : asked;
        return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    /** RFC 9110 10.2.3, its seconds form: the form with a date asks for long waits, which are not for here. */
    private static Optional<Duration> retryAfter(FetchResult result) {
        return result instanceof FetchResult.ErrorStatus error
                ? error.headers()
                        .first("Retry-After")
                        .filter(value -> value.matches("\\d{1,9}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                : Optional.empty();
    }
}
