package org.onrecord.api.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.contracts.Article;

/** Tells those who listen of quotes that are current for the first time. Each is told of once, however often it is stored. */
@ApplicationScoped
class QuoteLog {

    /** Longer than an article is on its way while the line keeps up. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    /** As part of the transaction that stores them, after what is current was settled. */
    void add(Connection connection, Article article) throws SQLException {
        boolean replay = article.fetchedAt().isBefore(Instant.now().minus(ON_ITS_WAY));
        try (PreparedStatement add = connection.prepareStatement("""
                INSERT INTO quote_log (quote_id, replay)
                SELECT quote_id, ? FROM quote WHERE article_id = ? AND current ORDER BY quote_no
                ON CONFLICT (quote_id) DO NOTHING""")) {
            add.setBoolean(1, replay);
            add.setObject(2, article.articleId());
            add.executeUpdate();
        }
    }
}
