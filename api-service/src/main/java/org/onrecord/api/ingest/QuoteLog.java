package org.onrecord.api.ingest;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

import org.onrecord.contracts.Article;

/** Tells those who listen of quotes that are current for the first time. Each is told of once, however often it is stored. */
@ApplicationScoped
class QuoteLog {

    /** Longer than an article is on its way while the line keeps up. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    /** As part of the transaction that stores them, after what is current was settled. */
    void add(Handle handle, Article article) {
        boolean replay = article.fetchedAt().isBefore(Instant.now().minus(ON_ITS_WAY));
        handle.execute("""
                INSERT INTO quote_log (quote_id, replay)
                SELECT quote_id, ? FROM quote WHERE article_id = ? AND current ORDER BY quote_no
                ON CONFLICT (quote_id) DO NOTHING""", replay, article.articleId());
    }
}
