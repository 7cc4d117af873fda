package org.onrecord.api.article;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.quote.Stances;

/**
 * Whole articles as they are sent. The ones asked for lately are kept in memory by their tag, which is another as soon as
 * anything in them is: the news of the day is put together once, and not for every reader. Thread-safe.
 */
@ApplicationScoped
// Caffeine makes its kind of cache by name, and Quarkus registers no cache with weights for native builds.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMWA", "com.github.benmanes.caffeine.cache.PSAMW"})
class ArticleAnswers {

    /** A tenth of the heap that the sizing table gives the service. */
    private static final long MOST_BYTES = 24L << 20;

    record Key(UUID articleId, String tag, Stances stances) {}

    /** Nor longer than this after it was asked for last, so that nothing stays of what was taken down. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<Key, byte[]> kept = empty();

    private final Articles articles;
    private final ObjectMapper json;

    ArticleAnswers(Articles articles, ObjectMapper json) {
        this.articles = articles;
        this.json = json;
    }

    static Cache<Key, byte[]> empty() {
        return Caffeine.newBuilder()
                .expireAfterAccess(LONGEST)
                .maximumWeight(MOST_BYTES)
                .weigher((Key key, byte[] answer) -> answer.length)
                .build();
    }

    /** The article as JSON; empty if it was taken away meanwhile. */
    Optional<byte[]> of(CurrentArticle current, String tag, Stances stances) {
        Key key = new Key(current.articleId(), tag, stances);
        byte[] answer = kept.getIfPresent(key);
        if (answer == null) {
            answer = articles.whole(current, stances).map(this::written).orElse(null);
            if (answer != null) {
                kept.put(key, answer);
            }
        }
        return Optional.ofNullable(answer);
    }

    private byte[] written(Article article) {
        try {
            return json.writeValueAsBytes(article);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("articles are plain records", e);
        }
    }
}
