package org.onrecord.api.quote;

import java.util.UUID;

import org.jdbi.v3.core.result.RowView;

import org.onrecord.api.publication.Publication;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.database.Sql;
import org.onrecord.database.StoredJson;

/** Rows of table {@code quote} as quotes. */
public final class QuoteRows {

    /** The utterance of a row of {@code quote}, which is q there. */
    public static final String UTTERANCE = """
            coalesce((SELECT w.utterance_id FROM wording w
                WHERE w.wording_id = q.wording_id AND w.utterance_id IS NOT NULL), q.wording_id)""";

    static final String COLUMNS = """
            SELECT q.quote_id, q.kind, q.text, q.spans, q.cue, q.speaker, q.confidence, q.rule, q.context, q.dated_at,
                %s AS utterance_id""".formatted(UTTERANCE);

    private QuoteRows() {}

    /** The quotes of an analysis, in reading order; read them with {@link #withoutArticle}. */
    public static Sql ofAnalysis(UUID analysisId) {
        return new Sql().add(COLUMNS).add("FROM quote q WHERE q.analysis_id = ? ORDER BY q.quote_no", analysisId);
    }

    /** Reads a row that has the columns of the quote alone. */
    public static Quote withoutArticle(RowView row) {
        return quote(row, null);
    }

    /** Reads a row that has the columns of the article beside those of the quote. */
    public static Quote withArticle(RowView row) {
        return quote(row, Publication.of(row));
    }

    private static Quote quote(RowView row, Publication article) {
        return new Quote(
                row.getColumn("quote_id", UUID.class),
                row.getColumn("kind", QuoteKind.class),
                row.getColumn("text", String.class),
                row.getColumn("speaker", StoredJson.class),
                row.getColumn("cue", StoredJson.class),
                row.getColumn("confidence", Double.class),
                row.getColumn("rule", String.class),
                row.getColumn("spans", StoredJson.class),
                row.getColumn("context", StoredJson.class),
                row.getColumn("utterance_id", UUID.class),
                article);
    }
}
