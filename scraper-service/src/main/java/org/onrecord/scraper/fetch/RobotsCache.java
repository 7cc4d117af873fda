package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers the robots.txt of each origin for a day (RFC 9309 2.4), within a bound of memory; the one not asked for
 * longest goes first. A server that could not be asked is not remembered. Thread-safe; one origin is asked once at a
 * time.
 */
final class RobotsCache {

    private static final Duration FRESH = Duration.ofHours(24);
    private static final int MAX_BYTES = 16 << 20;
    /** What an entry takes besides its rules. */
    private static final int ENTRY_BYTES = 512;

    private record Entry(Robots robots, Instant until) {
        int weight() {
            return robots.weight() + ENTRY_BYTES;
        }
    }

    private final InstantSource clock;
    private final Function<URI, Robots> asker;
    private final Map<URI, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<URI, CompletableFuture<Robots>> asked = new ConcurrentHashMap<>();
    private int bytes;

    /** @param asker asks for the robots.txt at a URL */
    RobotsCache(InstantSource clock, Function<URI, Robots> asker) {
        this.clock = clock;
        this.asker = asker;
    }

    /** The robots.txt that rules over a URL. */
    Robots rulingOver(URI url) {
        URI file = URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/robots.txt");
        Robots known = fresh(file);
        if (known != null) {
            return known;
        }
        CompletableFuture<Robots> mine = new CompletableFuture<>();
        CompletableFuture<Robots> others = asked.putIfAbsent(file, mine);
        return others == null ? ask(file, mine) : answerOf(others);
    }

    private static Robots answerOf(CompletableFuture<Robots> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Robots ask(URI file, CompletableFuture<Robots> answer) {
        try {
            // The one who asked before may have been answered since this one looked.
            Robots robots = fresh(file);
            if (robots == null) {
                robots = asker.apply(file);
                if (robots.unreachable().isEmpty()) {
                    remember(file, robots);
                }
            }
            answer.complete(robots);
            return robots;
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(file);
        }
    }

    private synchronized Robots fresh(URI file) {
        Entry entry = entries.get(file);
        return entry != null && entry.until().isAfter(clock.instant()) ? entry.robots() : null;
    }

    private synchronized void remember(URI file, Robots robots) {
        Entry entry = new Entry(robots, clock.instant().plus(FRESH));
        Entry before = entries.put(file, entry);
        bytes += entry.weight() - (before == null ? 0 : before.weight());
        Iterator<Entry> eldest = entries.values().iterator();
        while (bytes > MAX_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().weight();
            eldest.remove();
        }
    }
}
