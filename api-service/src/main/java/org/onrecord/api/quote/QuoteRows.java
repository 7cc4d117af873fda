package org.onrecord.api.quote;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.database.JsonReader;
import org.onrecord.api.database.Row;
import org.onrecord.api.database.Sql;
import org.onrecord.api.publication.Publication;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;

/** Rows of table {@code quote} as quotes. */
@ApplicationScoped
public class QuoteRows {

    /** The utterance of a row of {@code quote}, which is q there. */
    public static final String UTTERANCE = """
            coalesce((SELECT w.utterance_id FROM wording w
                WHERE w.wording_id = q.wording_id AND w.utterance_id IS NOT NULL), q.wording_id)""";

    static final String COLUMNS = """
            SELECT q.quote_id, q.kind, q.text, q.spans, q.cue, q.speaker, q.confidence, q.rule, q.context, q.dated_at,
                %s AS utterance_id""".formatted(UTTERANCE);

    private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};
    private static final TypeReference<Cue> CUE = new TypeReference<>() {};
    private static final TypeReference<QuotedSpeaker> SPEAKER = new TypeReference<>() {};
    private static final TypeReference<Context> CONTEXT = new TypeReference<>() {};

    private final JsonReader json;

    QuoteRows(JsonReader json) {
        this.json = json;
    }

    /** The quotes of an analysis, in reading order; read them with {@link #withoutArticle}. */
    public static Sql ofAnalysis(UUID analysisId) {
        return new Sql().add(COLUMNS).add("FROM quote q WHERE q.analysis_id = ? ORDER BY q.quote_no", analysisId);
    }

    /** Reads a row that has the columns of the quote alone. */
    public Quote withoutArticle(Row row) throws SQLException {
        return quote(row, null);
    }

    /** Reads a row that has the columns of the article beside those of the quote. */
    public Quote withArticle(Row row) throws SQLException {
        return quote(row, Publication.of(row));
    }

    private Quote quote(Row row, Publication article) throws SQLException {
        return new Quote(
                row.id("quote_id"),
                row.constant("kind", QuoteKind.class),
                row.text("text"),
                json.read(row.text("speaker"), SPEAKER),
                json.read(row.text("cue"), CUE),
                row.decimal("confidence"),
                row.text("rule"),
                json.read(row.text("spans"), SPANS),
                json.read(row.text("context"), CONTEXT),
                row.id("utterance_id"),
                article);
    }
}
