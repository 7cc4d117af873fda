package org.onrecord.api.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

import org.onrecord.contracts.Article;

/**
 * Tells those who listen of quotes that are current for the first time. Each is told of once, however often it is stored: no key of the
 * log's days says so, and nobody else stores the article meanwhile.
 */
@ApplicationScoped
class QuoteLog {

    /** Longer than an article is on its way while the line keeps up. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    /** What was printed longer before it was fetched was brought along or found in an archive of its site: nobody waits for it. */
    private static final Duration STILL_NEWS = Duration.ofDays(7);

    /**
     * As part of the transaction that stores them, after what is current was settled. Whether its article is read for the first time
     * follows from the other analyses of it: of these words, or of a page that was fetched as late. What was printed long ago counts as
     * read before.
     *
     * @param again whether the article was stored before, so that quotes of it may have been told of
     */
    void add(Handle handle, Article article, UUID analysisId, boolean again) {
        boolean replay = article.fetchedAt().isBefore(Instant.now().minus(ON_ITS_WAY));
        boolean old = article.publishedAt() != null
                && article.publishedAt().isBefore(article.fetchedAt().minus(STILL_NEWS));
        handle.execute(
                """
                INSERT INTO quote_log_by_day (quote_id, replay, fetched_at)
                SELECT quote_id, ?, (SELECT ?::timestamptz WHERE NOT ? AND NOT EXISTS (
                        SELECT 1 FROM analysis WHERE article_id = ? AND analysis_id <> ?
                            AND (version = ? OR fetched_at >= ?)))
                FROM quote WHERE article_id = ? AND current AND NOT (? AND EXISTS (
                        SELECT 1 FROM quote_log_by_day told WHERE told.quote_id = quote.quote_id))
                ORDER BY quote_no ON CONFLICT DO NOTHING""",
                replay,
                article.fetchedAt(),
                old,
                article.articleId(),
                analysisId,
                article.version(),
                article.fetchedAt(),
                article.articleId(),
                again);
    }
}
