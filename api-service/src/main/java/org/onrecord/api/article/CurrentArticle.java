package org.onrecord.api.article;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.onrecord.api.database.Row;
import org.onrecord.api.database.Sql;

/**
 * Which wording and which analysis of an article is current. Read for every answer about one article, and so by plain SQL: a
 * transaction and a session for it took a fifth of the time of the whole answer.
 *
 * @param analysisId null before it was analysed
 * @param etag null for what was stored before there were any
 * @param identities tells one state of who its people are from another, which may change with what other articles say of
 *     them; null if it names nobody and nothing
 * @param utterances the same of what other articles quote too, in nearly its words; null if nobody does
 */
record CurrentArticle(
        UUID articleId,
        Instant firstSeenAt,
        String version,
        String extractor,
        @Nullable UUID analysisId,
        Instant datedAt,
        @Nullable String etag,
        @Nullable String identities,
        @Nullable String utterances) {

    /** No row before its first version is stored, or when it was taken down. */
    static Sql of(UUID articleId) {
        return new Sql().add("""
                SELECT a.article_id, a.first_seen_at, a.version, a.extractor, a.analysis_id, a.dated_at, a.etag,
                    (SELECT md5(string_agg(e.entity_id::text, '' ORDER BY e.entity_no)) FROM entity e
                        WHERE e.analysis_id = a.analysis_id) AS identities,
                    (SELECT md5(string_agg(w.utterance_id::text, '' ORDER BY q.quote_no))
                        FROM quote q JOIN wording w ON w.wording_id = q.wording_id AND w.utterance_id IS NOT NULL
                        WHERE q.analysis_id = a.analysis_id) AS utterances
                FROM article a WHERE a.article_id = ? AND a.version IS NOT NULL""", articleId);
    }

    static CurrentArticle of(Row row) throws SQLException {
        return new CurrentArticle(
                row.id("article_id"),
                row.time("first_seen_at"),
                row.text("version"),
                row.text("extractor"),
                row.id("analysis_id"),
                row.time("dated_at"),
                row.text("etag"),
                row.text("identities"),
                row.text("utterances"));
    }
}
