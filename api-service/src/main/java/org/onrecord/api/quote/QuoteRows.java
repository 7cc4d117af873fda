package org.onrecord.api.quote;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.jdbi.v3.core.result.RowView;

import org.onrecord.api.publication.Publication;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Stance;
import org.onrecord.database.Sql;
import org.onrecord.database.StoredJson;

/** Rows of table {@code quote} as quotes. */
public final class QuoteRows {

    /** The utterance of a row of {@code quote}, which is q there. */
    public static final String UTTERANCE = """
            coalesce((SELECT w.utterance_id FROM wording w
                WHERE w.wording_id = q.wording_id AND w.utterance_id IS NOT NULL), q.wording_id)""";

    static final String COLUMNS = """
            SELECT q.quote_id, q.kind, q.text, q.stance, q.spans, q.cue, q.speaker, q.speakers, q.confidence, q.rule, q.context,
                q.dated_at, q.stored_at, q.changed_at,
                q.review, q.review ->> 'id' AS review_id, q.review ->> 'decision' AS decision, q.review ->> 'author' AS reviewer,
                q.review ->> 'time' AS reviewed_at, q.review ->> 'note' AS review_note,
                %s AS utterance_id""".formatted(UTTERANCE);

    /** Whether an editor rejected a row of {@code quote}, which is q there; null where nobody looked. */
    static final String REJECTED = "(q.review ->> 'decision' = 'rejected')";

    private QuoteRows() {}

    /** The quotes of an analysis that nobody rejected, in reading order; read them with {@link #withoutArticle}. */
    public static Sql ofAnalysis(UUID analysisId, Stances stances) {
        return new Sql()
                .add(COLUMNS)
                .add("FROM quote q WHERE q.analysis_id = ? AND " + REJECTED + " IS NOT TRUE", analysisId)
                .add(stances.condition("q"))
                .add("ORDER BY q.quote_no, q.quote_id");
    }

    /** Those of an analysis that an editor rejected, likewise. */
    public static Sql rejectedOfAnalysis(UUID analysisId) {
        return new Sql()
                .add(COLUMNS)
                .add("FROM quote q WHERE q.analysis_id = ? AND " + REJECTED, analysisId)
                .add("ORDER BY q.quote_no, q.quote_id");
    }

    /** All speakers of a row: those of a column of its own where there are several. */
    public static StoredJson speakers(@Nullable String speaker, @Nullable String several) {
        if (several != null) {
            return new StoredJson(several);
        }
        return new StoredJson(speaker == null ? "[]" : "[" + speaker + "]");
    }

    /** Reads a row that has the columns of the quote alone. */
    public static Quote withoutArticle(RowView row) {
        return quote(row, null);
    }

    /** Reads a row that has the columns of the article beside those of the quote. */
    public static Quote withArticle(RowView row) {
        return quote(row, Publication.of(row));
    }

    private static @Nullable QuoteReview review(RowView row) {
        String id = row.getColumn("review_id", String.class);
        return id == null
                ? null
                : new QuoteReview(
                        UUID.fromString(id),
                        row.getColumn("decision", String.class),
                        row.getColumn("reviewer", String.class),
                        Instant.parse(row.getColumn("reviewed_at", String.class)),
                        row.getColumn("review_note", String.class));
    }

    private static Quote quote(RowView row, Publication article) {
        return new Quote(
                row.getColumn("quote_id", UUID.class),
                row.getColumn("kind", QuoteKind.class),
                row.getColumn("text", String.class),
                row.getColumn("stance", Stance.class),
                row.getColumn("speaker", StoredJson.class),
                speakers(row.getColumn("speaker", String.class), row.getColumn("speakers", String.class)),
                row.getColumn("cue", StoredJson.class),
                row.getColumn("confidence", Double.class),
                row.getColumn("rule", String.class),
                row.getColumn("spans", StoredJson.class),
                row.getColumn("context", StoredJson.class),
                row.getColumn("utterance_id", UUID.class),
                row.getColumn("stored_at", Instant.class),
                row.getColumn("changed_at", Instant.class),
                review(row),
                article,
                null);
    }
}
