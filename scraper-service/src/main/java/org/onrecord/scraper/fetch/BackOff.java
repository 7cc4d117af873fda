package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.onrecord.egress.FetchResult;

/** How long to wait before asking a server in trouble again. Pure. */
final class BackOff {

    /** What doubles ends here; a server may ask for longer. */
    private static final Duration LONGEST_UNASKED = Duration.ofSeconds(30);

    private BackOff() {}

    /**
     * @param first the wait after the first attempt; it doubles with each
     * @param attempt that failed, from 1
     * @param longest that a request can be kept waiting
     * @param now when the server answered, for the form of Retry-After that names a time
     * @return how long to wait; empty if the server asks for more than that
     */
    static Optional<Duration> after(FetchResult result, Duration first, int attempt, Duration longest, Instant now) {
        Duration asked = retryAfter(result, now).orElse(Duration.ZERO);
        if (asked.compareTo(longest) > 0) {
            return Optional.empty();
        }
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration unasked = doubled.compareTo(LONGEST_UNASKED) < 0 ? doubled : LONGEST_UNASKED;
        return Optional.of(unasked.compareTo(asked) > 0 ? unasked : asked);
    }

    private static Optional<Duration> retryAfter(FetchResult result, Instant now) {
        return result instanceof FetchResult.ErrorStatus error
                ? ServerWish.retryAfter(error.headers(), now)
                : Optional.empty();
    }
}
