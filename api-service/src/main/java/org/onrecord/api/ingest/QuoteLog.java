package org.onrecord.api.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

import org.onrecord.contracts.Article;

/** Tells those who listen of quotes that are current for the first time. Each is told of once, however often it is stored. */
@ApplicationScoped
class QuoteLog {

    /** Longer than an article is on its way while the line keeps up. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    /**
     * As part of the transaction that stores them, after what is current was settled. Whether its article is read for the first time
     * follows from the other analyses of it: of these words, or of a page that was fetched as late.
     */
    void add(Handle handle, Article article, UUID analysisId) {
        boolean replay = article.fetchedAt().isBefore(Instant.now().minus(ON_ITS_WAY));
        handle.execute(
                """
                INSERT INTO quote_log (quote_id, replay, fetched_at)
                SELECT quote_id, ?, CASE WHEN NOT EXISTS (
                        SELECT 1 FROM analysis o WHERE o.article_id = q.article_id AND o.analysis_id <> ?
                            AND (o.version = ? OR o.fetched_at >= ?)) THEN ?::timestamptz END
                FROM quote q WHERE article_id = ? AND current ORDER BY quote_no
                ON CONFLICT (quote_id) DO NOTHING""",
                replay,
                analysisId,
                article.version(),
                article.fetchedAt(),
                article.fetchedAt(),
                article.articleId());
    }
}
