package org.onrecord.api.quote;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.api.database.Sql;
import org.onrecord.api.entity.NameKey;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Period;

/** The SQL of a question for quotes: table {@code quote} is q there, and {@code article} a. */
public final class QuoteQuery {

    private static final String FROM = "FROM quote q JOIN article a ON a.article_id = q.article_id WHERE q.current";
    private static final String ARTICLE_COLUMNS = ", a.article_id, a.title, a.url, a.site, a.published_at";

    private final QuoteParameters parameters;
    private final Sql conditions = new Sql();

    /**
     * @throws org.onrecord.api.problem.ProblemException if the parameters contradict each other
     */
    public QuoteQuery(QuoteParameters parameters) {
        this.parameters = parameters;
        Optional.ofNullable(parameters.speaker).ifPresent(this::saidBy);
        Optional.ofNullable(parameters.about).ifPresent(this::about);
        Optional.ofNullable(parameters.q)
                .ifPresent(q -> conditions.add("AND q.search @@ websearch_to_tsquery('english', ?)", q));
        Optional.ofNullable(parameters.kind).ifPresent(kind -> conditions.add("AND q.kind = ?", kind));
        Optional.ofNullable(parameters.site)
                .ifPresent(site -> conditions.add("AND a.site = ?", site.strip().toLowerCase(Locale.ROOT)));
        Optional.ofNullable(parameters.minConfidence)
                .ifPresent(least -> conditions.add("AND q.confidence >= ?", Double.valueOf(least)));
        Period period = Period.of(parameters.from, parameters.to);
        period.from().ifPresent(from -> conditions.add("AND q.dated_at >= ?", from));
        period.before().ifPresent(before -> conditions.add("AND q.dated_at < ?", before));
    }

    /** The current quote of an id. */
    static Sql byId(UUID id) {
        return new Sql().add(QuoteRows.COLUMNS + ARTICLE_COLUMNS).add(FROM).add("AND q.quote_id = ?", id);
    }

    /** What a cursor is bound to. */
    public String question() {
        return String.join(
                "\n",
                "quotes",
                "" + parameters.speaker,
                "" + parameters.about,
                "" + parameters.q,
                "" + parameters.kind,
                "" + parameters.site,
                "" + parameters.from,
                "" + parameters.to,
                "" + parameters.minConfidence);
    }

    /** All that answer it, for counting. */
    Sql all() {
        return select("SELECT 1");
    }

    /**
     * All that answer it.
     *
     * @param columns a constant of the code, from SELECT on
     */
    public Sql select(String columns) {
        return new Sql().add(columns).add(FROM).add(conditions);
    }

    /** The same with another table beside the quote's own. */
    public Sql select(String columns, String join) {
        return new Sql()
                .add(columns)
                .add(FROM.replace(" WHERE", "\n" + join + "\nWHERE"))
                .add(conditions);
    }

    /** Those of some quotes that answer it; read them with {@link QuoteRows#withArticle}. */
    public Sql among(Collection<UUID> quotes) {
        return select(QuoteRows.COLUMNS + ARTICLE_COLUMNS).add("AND q.quote_id = ANY (?)", quotes);
    }

    /** All that answer it after a position, oldest first. */
    public Sql export(Optional<DatedPosition> after) {
        Sql sql = select(QuoteRows.COLUMNS + ARTICLE_COLUMNS
                + ", coalesce(q.speaker ->> 'name', q.speaker ->> 'surface') AS speaker_name,"
                + " q.speaker ->> 'entityId' AS speaker_id");
        after.ifPresent(position -> sql.add("AND (q.dated_at, q.quote_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY q.dated_at, q.quote_id");
    }

    /** The publications of an utterance, for counting. */
    static Sql ofUtterance(UUID utterance) {
        return new Sql().add("SELECT 1").add(FROM).add("AND q.utterance_id = ?", utterance);
    }

    /** The page of them after a position, oldest first, and one row more. */
    static Sql ofUtterance(UUID utterance, Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql().add(QuoteRows.COLUMNS + ARTICLE_COLUMNS).add(FROM).add("AND q.utterance_id = ?", utterance);
        after.ifPresent(position -> sql.add("AND (q.dated_at, q.quote_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY q.dated_at, q.quote_id LIMIT ?", limit + 1);
    }

    /** The page after a position, newest first, and one row more. */
    Sql page(Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql().add(QuoteRows.COLUMNS + ARTICLE_COLUMNS).add(FROM).add(conditions);
        after.ifPresent(position -> sql.add("AND (q.dated_at, q.quote_id) < (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY q.dated_at DESC, q.quote_id DESC LIMIT ?", limit + 1);
    }

    private void saidBy(String nameOrId) {
        String key = NameKey.of(nameOrId);
        OptionalId.of(nameOrId)
                .ifPresentOrElse(
                        id -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM entity e
                                    WHERE e.analysis_id = q.analysis_id AND e.entity_no = q.speaker_no
                                    AND e.entity_id = ?)""", id), () -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM quote_speaker s
                                    WHERE s.analysis_id = q.analysis_id AND s.quote_id = q.quote_id AND s.key IN (?, ?))""", key, NameKey.withoutArticle(key)));
    }

    private void about(String nameOrId) {
        String key = NameKey.of(nameOrId);
        OptionalId.of(nameOrId)
                .ifPresentOrElse(
                        id -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM quote_about b
                                    JOIN entity e ON e.analysis_id = b.analysis_id AND e.entity_no = b.entity_no
                                    WHERE b.analysis_id = q.analysis_id AND b.quote_id = q.quote_id
                                    AND e.entity_id = ?)""", id), () -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM quote_about b
                                    JOIN entity_name n ON n.analysis_id = b.analysis_id AND n.entity_no = b.entity_no
                                    WHERE b.analysis_id = q.analysis_id AND b.quote_id = q.quote_id
                                    AND n.key IN (?, ?))""", key, NameKey.withoutArticle(key)));
    }
}
