package org.onrecord.api.quote;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.api.database.Sql;
import org.onrecord.api.entity.NameKey;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Period;

/** The SQL of a question for quotes: table {@code quote} is q there, and {@code article} a. A name is looked for
 * in the index that has its quotes by date. */
public final class QuoteQuery {

    private static final String QUOTE = "quote q";
    /** By date too, though the ids say enough: so both sides are read in the order of the index. */
    private static final String SAME_QUOTE =
            " JOIN %1$s ON %2$s.analysis_id = %3$s.analysis_id AND %2$s.quote_id = %3$s.quote_id AND %2$s.dated_at = %3$s.dated_at";

    private static final String OF_QUOTE = "JOIN article a ON a.article_id = q.article_id";
    private static final String ARTICLE_COLUMNS = ", a.article_id, a.title, a.url, a.site, a.published_at";

    /** Any of its wordings leads to it: which one gives it its id may change. */
    private static final String OF_UTTERANCE = """
            FROM quote q JOIN article a ON a.article_id = q.article_id
            WHERE q.current AND q.wording_id = ANY (ARRAY(
                SELECT w.wording_id FROM wording w
                WHERE w.utterance_id = (SELECT utterance_id FROM wording WHERE wording_id = ?)) || ?::uuid)""";

    private final QuoteParameters parameters;
    private final Sql conditions = new Sql();
    private final Sql names = new Sql();
    /** The table by whose index the answer is found and sorted. */
    private final String anchor;

    /**
     * @throws org.onrecord.api.problem.ProblemException if the parameters contradict each other
     */
    public QuoteQuery(QuoteParameters parameters) {
        this.parameters = parameters;
        this.anchor = parameters.speaker != null ? "s" : parameters.about != null ? "b" : "q";
        Optional.ofNullable(parameters.speaker)
                .ifPresent(name -> names.add("AND s.role = 'speaker' AND s.key = ? AND s.current", key(name)));
        Optional.ofNullable(parameters.about)
                .ifPresent(name -> names.add("AND b.role = 'about' AND b.key = ? AND b.current", key(name)));
        Period period = Period.of(parameters.from, parameters.to);
        for (String side : sides()) {
            period.from().ifPresent(from -> names.add("AND " + side + ".dated_at >= ?", from));
            period.before().ifPresent(before -> names.add("AND " + side + ".dated_at < ?", before));
        }
        Optional.ofNullable(parameters.q)
                .ifPresent(q -> conditions.add("AND q.search @@ websearch_to_tsquery('english', ?)", q));
        Optional.ofNullable(parameters.kind).ifPresent(kind -> conditions.add("AND q.kind = ?", kind));
        Optional.ofNullable(parameters.site)
                .ifPresent(site -> conditions.add("AND a.site = ?", site.strip().toLowerCase(Locale.ROOT)));
        Optional.ofNullable(parameters.minConfidence)
                .ifPresent(least -> conditions.add("AND q.confidence >= ?", Double.valueOf(least)));
    }

    /** Each side of the match of two names is told the period: the planner takes equal columns for equal, but not smaller ones. */
    private List<String> sides() {
        return parameters.speaker != null && parameters.about != null ? List.of("s", "b") : List.of(anchor);
    }

    private static String key(String nameOrId) {
        return OptionalId.of(nameOrId)
                .map(UUID::toString)
                .orElseGet(() -> NameKey.withoutArticle(NameKey.of(nameOrId)));
    }

    /** The tables of names, and those of quote and article beside them unless the names alone answer it. */
    private String from(boolean namesAlone) {
        boolean ofQuotes = anchor.equals("q");
        StringBuilder from = new StringBuilder("FROM ").append(ofQuotes ? QUOTE : "quote_name " + anchor);
        if (anchor.equals("s") && parameters.about != null) {
            from.append(SAME_QUOTE.formatted("quote_name b", "b", anchor));
        }
        if (!ofQuotes && !namesAlone) {
            from.append(SAME_QUOTE.formatted(QUOTE, "q", anchor));
        }
        if (!namesAlone) {
            from.append(' ').append(OF_QUOTE);
        }
        return from.append(namesAlone && !ofQuotes ? " WHERE true" : " WHERE q.current")
                .toString();
    }

    /** The current quote of an id. */
    static Sql byId(UUID id) {
        return new Sql()
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM quote q " + OF_QUOTE + " WHERE q.current AND q.quote_id = ?", id);
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

    private boolean isByNamesAlone() {
        return parameters.q == null
                && parameters.kind == null
                && parameters.site == null
                && parameters.minConfidence == null;
    }

    /** One name, or none: then one index has the answer in order, whoever is asked for, and one plan is right for all. */
    private boolean hasOnePlan() {
        return isByNamesAlone() && (parameters.speaker == null || parameters.about == null);
    }

    private Sql planned(Sql sql) {
        return hasOnePlan() ? sql : sql.skewed();
    }

    /** All that answer it, for counting. */
    Sql all() {
        return planned(new Sql())
                .add("SELECT 1")
                .add(from(isByNamesAlone()))
                .add(names)
                .add(conditions);
    }

    /**
     * All that answer it.
     *
     * @param columns a constant of the code, from SELECT on
     */
    public Sql select(String columns) {
        return new Sql().skewed().add(columns).add(from(false)).add(names).add(conditions);
    }

    /** The same with another table beside the quote's own. */
    public Sql select(String columns, String join) {
        return new Sql()
                .skewed()
                .add(columns)
                .add(from(false).replace(" WHERE", " " + join + " WHERE"))
                .add(names)
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
        after.ifPresent(position -> sql.add(
                "AND (" + anchor + ".dated_at, " + anchor + ".quote_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY " + anchor + ".dated_at, " + anchor + ".quote_id");
    }

    /** The publications of an utterance, for counting. */
    static Sql ofUtterance(UUID utterance) {
        return new Sql().add("SELECT 1").add(OF_UTTERANCE, utterance, utterance);
    }

    /** The page of them after a position, oldest first, and one row more. */
    static Sql ofUtterance(UUID utterance, Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql().add(QuoteRows.COLUMNS + ARTICLE_COLUMNS).add(OF_UTTERANCE, utterance, utterance);
        after.ifPresent(position -> sql.add("AND (q.dated_at, q.quote_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY q.dated_at, q.quote_id LIMIT ?", limit + 1);
    }

    /** The page after a position, newest first, and one row more. */
    Sql page(Optional<DatedPosition> after, int limit) {
        boolean byNames = isByNamesAlone() && !anchor.equals("q");
        Sql sql = planned(new Sql());
        if (byNames) {
            // The few rows of the page first: a join of all tables at once takes longer to plan than to carry out.
            sql.add("WITH hit AS MATERIALIZED (SELECT " + anchor + ".analysis_id, " + anchor + ".quote_id, " + anchor
                    + ".dated_at");
        } else {
            sql.add(QuoteRows.COLUMNS + ARTICLE_COLUMNS);
        }
        sql.add(from(byNames)).add(names).add(conditions);
        for (String side : sides()) {
            after.ifPresent(position -> sql.add(
                    "AND (" + side + ".dated_at, " + side + ".quote_id) < (?, ?)", position.date(), position.id()));
        }
        sql.add("ORDER BY " + anchor + ".dated_at DESC, " + anchor + ".quote_id DESC LIMIT ?", limit + 1);
        if (byNames) {
            sql.add(")")
                    .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                    .add("FROM hit JOIN quote q ON q.analysis_id = hit.analysis_id AND q.quote_id = hit.quote_id")
                    .add(OF_QUOTE)
                    .add("ORDER BY hit.dated_at DESC, hit.quote_id DESC");
        }
        return sql;
    }
}
