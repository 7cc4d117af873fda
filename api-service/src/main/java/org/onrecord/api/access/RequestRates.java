package org.onrecord.api.access;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** Counts each caller's requests in this instance: a bucket that holds a minute's and refills evenly. Thread-safe. */
@ApplicationScoped
class RequestRates {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** A bucket is full after a window without requests, and as good as a new one: a provider may have any number of users. */
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).build();

    private final long perMinute;

    RequestRates(AccessConfig config) {
        perMinute = config.requestsPerMinute();
    }

    /** Takes one request out of the bucket of a key, if there is one left. */
    ConsumptionProbe take(Caller caller) {
        return buckets.get(caller.id(), id -> bucket()).tryConsumeAndReturnRemaining(1);
    }

    /** The header {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10, section 3). */
    String policy() {
        return "\"key\";q=" + perMinute + ";w=" + WINDOW.toSeconds();
    }

    /** The header {@code RateLimit} (section 4): requests left, and seconds until all are there again. */
    String limit(ConsumptionProbe probe) {
        return "\"key\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    /** Whole seconds, rounded up, so that whoever waits for them does not come too early. */
    static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                // By what is measured: by the machine's clock, nobody could ask for an hour when that is put back by an
                // hour.
                .withNanosecondPrecision()
                .build();
    }
}
