package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.onrecord.egress.FetchResult;
import org.onrecord.scraper.rights.SitePolicy;

/**
 * Remembers what each origin says of mining, as robots.txt is remembered; of one that could not be asked, that it says nothing,
 * for an hour. The one not asked for longest goes first. Thread-safe.
 */
final class PolicyCache {

    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration UNKNOWN = Duration.ofHours(1);
    private static final int MOST_RULES = 100_000;

    private record Entry(SitePolicy policy, Instant until) {
        int weight() {
            return 1 + policy.rules().size();
        }
    }

    private final InstantSource clock;
    private final Function<URI, FetchResult> asker;
    private final Map<URI, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    /** @param asker asks for the file at a URL */
    PolicyCache(InstantSource clock, Function<URI, FetchResult> asker) {
        this.clock = clock;
        this.asker = asker;
    }

    /** Where the file of a URL's origin is. */
    static URI file(URI url) {
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + SitePolicy.PATH);
    }

    /** What is known of the origin of a URL, without asking. */
    SitePolicy known(URI url) {
        return fresh(file(url)).map(Entry::policy).orElse(SitePolicy.NONE);
    }

    /** Asks for it, if it is not known. */
    void learn(URI url) {
        URI file = file(url);
        if (fresh(file).isPresent()) {
            return;
        }
        FetchResult answer = asker.apply(file);
        if (Thread.currentThread().isInterrupted()) {
            throw new FetchInterruptedException();
        }
        Duration fresh = answer instanceof FetchResult.Fetched
                        || answer instanceof FetchResult.ErrorStatus error && error.status() < 500
                ? FRESH
                : UNKNOWN;
        SitePolicy policy =
                answer instanceof FetchResult.Fetched fetched ? SitePolicy.parse(fetched.body()) : SitePolicy.NONE;
        remember(file, new Entry(policy, clock.instant().plus(fresh)));
    }

    private synchronized Optional<Entry> fresh(URI file) {
        return Optional.ofNullable(entries.get(file))
                .filter(entry -> entry.until().isAfter(clock.instant()));
    }

    private synchronized void remember(URI file, Entry entry) {
        Entry before = entries.put(file, entry);
        weight += entry.weight() - (before == null ? 0 : before.weight());
        var eldest = entries.values().iterator();
        while (weight > MOST_RULES && eldest.hasNext()) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
    }
}
