package org.onrecord.api.quote;

import java.sql.SQLException;
import java.util.UUID;

import org.onrecord.api.database.Row;
import org.onrecord.api.database.Sql;
import org.onrecord.api.publication.Publication;
import org.onrecord.contracts.QuoteKind;

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
    public static Quote withoutArticle(Row row) throws SQLException {
        return quote(row, null);
    }

    /** Reads a row that has the columns of the article beside those of the quote. */
    public static Quote withArticle(Row row) throws SQLException {
        return quote(row, Publication.of(row));
    }

    private static Quote quote(Row row, Publication article) throws SQLException {
        return new Quote(
                row.id("quote_id"),
                row.constant("kind", QuoteKind.class),
                row.text("text"),
                row.json("speaker"),
                row.json("cue"),
                row.decimal("confidence"),
                row.text("rule"),
                row.json("spans"),
                row.json("context"),
                row.id("utterance_id"),
                article);
    }
}
