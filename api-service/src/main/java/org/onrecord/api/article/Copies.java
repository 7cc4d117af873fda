package org.onrecord.api.article;

import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.result.RowView;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.publication.Publication;
import org.onrecord.database.Sql;

/**
 * Where else the same story was printed: an agency's text on several sites, with other headlines and small changes.
 *
 * @param items the earliest first, 200 at most; empty for texts of less than {@value #SHORTEST} characters
 */
@RegisterForReflection
public record Copies(List<Copy> items) {

    /** Below this, texts of one kind ("The market was closed today") are alike without being copies. */
    static final int SHORTEST = 300;

    /** As many bits as the index finds with certainty. Of texts with nothing in common about 32 differ. */
    private static final int BITS = 7;

    /**
     * Another article of the same words.
     *
     * @param article where they were printed
     * @param similarity part of the fingerprint's 64 bits that are the same: 1 for the same words
     */
    @RegisterForReflection
    public record Copy(Publication article, double similarity) {

        static Copy of(RowView row) {
            return new Copy(Publication.of(row), 1 - row.getColumn("bits", Long.class) / 64.0);
        }
    }

    static Sql of(UUID articleId) {
        return new Sql().add("""
                WITH this AS (
                    SELECT a.fingerprint, v.text FROM article a JOIN article_version v USING (article_id, version, extractor)
                    WHERE a.article_id = ?
                )
                SELECT c.article_id, c.title, c.url, c.site, c.published_at, c.dated_at,
                    bit_count((c.fingerprint # this.fingerprint)::bit(64)) AS bits
                FROM this JOIN article c ON fingerprint_bands(c.fingerprint) && fingerprint_neighbours(this.fingerprint)
                WHERE c.article_id <> ? AND bit_count((c.fingerprint # this.fingerprint)::bit(64)) <= ?
                    AND c.fingerprint IS NOT NULL AND length(this.text) >= ?
                ORDER BY c.dated_at, c.article_id LIMIT 200""", articleId, articleId, BITS, SHORTEST);
    }
}
