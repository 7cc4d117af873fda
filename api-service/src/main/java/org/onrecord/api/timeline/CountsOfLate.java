package org.onrecord.api.timeline;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Counts as they were told a moment ago: somebody of the news is in tens of thousands of articles, and when many ask for the same
 * the articles are counted once in a minute. Small counts are made anew each time. Thread-safe.
 */
@ApplicationScoped
// Caffeine makes its kind of cache by name, and Quarkus registers no cache that expires and has a bound for native
// builds.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMSW", "com.github.benmanes.caffeine.cache.PSWMS"})
public class CountsOfLate {

    /** For the description of what is counted. */
    public static final String AGE = " Counts of a thousand and more may be a minute old.";

    /** Fewer take a millisecond or two to count. */
    static final long MANY = 1000;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 500;

    private final Cache<List<Object>, Counts> kept = empty();

    static Cache<List<Object>, Counts> empty() {
        return Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    }

    /** The timeline of a question. */
    public Timeline timeline(List<Object> question, Supplier<Timeline> count) {
        return of(Timeline.class, question, count);
    }

    /** The most frequent of a question. */
    Top top(List<Object> question, Supplier<Ranking> count) {
        return of(Ranking.class, question, count).top();
    }

    private <C extends Counts> C of(Class<C> type, List<Object> question, Supplier<C> count) {
        List<Object> key = List.of(type, question);
        Counts known = kept.getIfPresent(key);
        if (known != null) {
            return type.cast(known);
        }
        C counts = count.get();
        if (counts.all() >= MANY) {
            kept.put(key, counts);
        }
        return counts;
    }
}
