package org.onrecord.chassis.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.onrecord.contracts.Article;

/**
 * Keys of the records that are of an article: {@code ARTICLE/VERSION/REQUEST}. Each version that was fetched has its own, each
 * time it was fetched, so that compaction removes no version; of several analyses of one event it keeps the last.
 */
public final class ArticleKey {
    static final char SEPARATOR = '/';

    private static final int UUID_LENGTH = 36;

    private ArticleKey() {}

    /** The key of an article's event, and of its analysis. */
    public static String of(Article article) {
        return of(article.articleId(), article.version(), article.requestId());
    }

    /** The same, of an article of which only that is known. */
    public static String of(UUID articleId, String version, UUID requestId) {
        return articleId.toString() + SEPARATOR + version + SEPARATOR + requestId;
    }

    /** The key that releases up to 0.2 gave to every event of an article: its id alone. */
    public static String before(UUID articleId) {
        return articleId.toString();
    }

    /** Of which article a record is, by its key of either kind; empty if it is none of these. */
    public static Optional<UUID> articleId(byte @Nullable [] key) {
        if (key == null
                || key.length < UUID_LENGTH
                || key.length > UUID_LENGTH && key[UUID_LENGTH] != (byte) SEPARATOR) {
            return Optional.empty();
        }
        String id = new String(key, 0, UUID_LENGTH, StandardCharsets.UTF_8);
        try {
            UUID articleId = UUID.fromString(id);
            return articleId.toString().equals(id) ? Optional.of(articleId) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
