package org.onrecord.api.quote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Period;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.Sql;

/** The SQL of a question for quotes: table {@code quote} is q there, and {@code article} a. A name is looked for
 * in the index that has its quotes by date. */
public final class QuoteQuery {

    private static final String QUOTE = "quote q";
    /** By date too, though the ids say enough: so both sides are read in the order of the index. */
    private static final String SAME_QUOTE =
            " JOIN %1$s ON %2$s.analysis_id = %3$s.analysis_id AND %2$s.quote_id = %3$s.quote_id AND %2$s.dated_at = %3$s.dated_at";

    private static final String OF_QUOTE = "JOIN article a ON a.article_id = q.article_id";
    /** Of all who said it together, in one cell of a table. */
    private static final String SPEAKER_NAMES = """
            CASE WHEN q.speakers IS NULL THEN coalesce(q.speaker ->> 'name', q.speaker ->> 'surface')
                ELSE (SELECT string_agg(coalesce(s ->> 'name', s ->> 'surface'), '; ' ORDER BY no)
                    FROM jsonb_array_elements(q.speakers) WITH ORDINALITY AS each (s, no)) END""";

    private static final String ARTICLE_COLUMNS = ", a.article_id, a.title, a.url, a.site, a.published_at";

    /** Any of its wordings leads to it: which one gives it its id may change. */
    private static final String OF_UTTERANCE = """
            FROM quote q JOIN article a ON a.article_id = q.article_id
            WHERE q.current AND q.wording_id = ANY (ARRAY(
                SELECT w.wording_id FROM wording w
                WHERE w.utterance_id = (SELECT utterance_id FROM wording WHERE wording_id = ?)) || ?::uuid)""";

    private final QuoteParameters parameters;
    private final Period period;
    private final Sql conditions = new Sql();
    private final Sql names = new Sql();
    private final Stances stances;
    /** The table by whose index the answer is found and sorted. */
    private final String anchor;

    /**
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public QuoteQuery(QuoteParameters parameters) {
        this(QuoteFilter.of(parameters), parameters);
    }

    private QuoteQuery(QuoteFilter filter, QuoteParameters parameters) {
        this.parameters = parameters;
        this.anchor = filter.speaker().isPresent() ? "s" : filter.about().isPresent() ? "b" : "q";
        this.period = filter.period();
        this.stances = filter.stances();
        filter.speaker().ifPresent(key -> names.add("AND s.role = 'speaker' AND s.key = ? AND s.current", key));
        filter.about().ifPresent(key -> names.add("AND b.role = 'about' AND b.key = ? AND b.current", key));
        // Of one table alone: the planner takes a condition that is said twice for two.
        conditions.add(stances.condition(anchor));
        filter.words().ifPresent(words -> conditions.add("AND q.search @@ websearch_to_tsquery('english', ?)", words));
        filter.kind().ifPresent(kind -> conditions.add("AND q.kind = ?", kind));
        filter.site().ifPresent(site -> conditions.add("AND a.site = ?", site));
        filter.minConfidence().ifPresent(least -> conditions.add("AND q.confidence >= ?", least));
    }

    /** Each side of the match of two names is told the period: the planner takes equal columns for equal, but not smaller ones. */
    private List<String> sides() {
        return parameters.speaker != null && parameters.about != null ? List.of("s", "b") : List.of(anchor);
    }

    /** The tables of names, of quotes and of articles, without those that are not needed. */
    private String from(boolean quotes, boolean articles) {
        boolean ofQuotes = anchor.equals("q");
        StringBuilder from = new StringBuilder("FROM ").append(ofQuotes ? QUOTE : "quote_name " + anchor);
        if (anchor.equals("s") && parameters.about != null) {
            from.append(SAME_QUOTE.formatted("quote_name b", "b", anchor));
        }
        if (!ofQuotes && quotes) {
            from.append(SAME_QUOTE.formatted(QUOTE, "q", anchor));
        }
        if (articles) {
            from.append(' ').append(OF_QUOTE);
        }
        return from.append(ofQuotes || quotes ? " WHERE q.current" : " WHERE true")
                .toString();
    }

    /** The tables that the question itself needs. */
    private String from() {
        return from(!isByNamesAlone(), parameters.site != null);
    }

    private Sql within(Period stretch) {
        Sql dates = new Sql();
        for (String side : sides()) {
            stretch.from().ifPresent(from -> dates.add("AND " + side + ".dated_at >= ?", from));
            stretch.before().ifPresent(before -> dates.add("AND " + side + ".dated_at < ?", before));
        }
        return dates;
    }

    /** The current quote of an id. */
    static Sql byId(UUID id) {
        return new Sql()
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM quote q " + OF_QUOTE + " WHERE q.current AND q.quote_id = ?", id);
    }

    /** What a cursor is bound to. One of before there were stances is as good as ever. */
    public String question() {
        String question = String.join(
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
        return parameters.stance == null ? question : question + "\n" + parameters.stance;
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
                .add(from())
                .add(names)
                .add(within(period))
                .add(conditions);
    }

    /** How far they are counted. */
    int counted() {
        return isByNamesAlone() ? Total.COUNTED : Total.COUNTED_BY_READING;
    }

    /** The question as one for words, if it is: names are found by date anyway. */
    Optional<WordSearch> words() {
        return parameters.q == null || !anchor.equals("q")
                ? Optional.empty()
                : Optional.of(new WordSearch("q.quote_id", "q.dated_at", from(), conditions, period));
    }

    /**
     * All that answer it.
     *
     * @param columns a constant of the code, from SELECT on
     */
    public Sql select(String columns) {
        return new Sql()
                .skewed()
                .add(columns)
                .add(from(true, true))
                .add(names)
                .add(within(period))
                .add(conditions);
    }

    /**
     * The same without the article's columns, for counting.
     *
     * @param join another table beside the quote's own, or nothing
     */
    public Sql count(String columns, String join) {
        return planned(new Sql())
                .add(columns)
                .add(from(true, parameters.site != null).replace(" WHERE", " " + join + " WHERE"))
                .add(names)
                .add(within(period))
                .add(conditions);
    }

    /**
     * How many answer it by stretch of time, read from one index where that has all that is asked for.
     *
     * @param interval day, week or month, of UTC
     */
    public Sql countByDate(String interval) {
        return planned(new Sql())
                .add("SELECT date_trunc('" + interval + "', " + anchor
                        + ".dated_at AT TIME ZONE 'UTC')::date::text AS start, count(*) AS counted")
                .add(from())
                .add(names)
                .add(within(period))
                .add(conditions);
    }

    /** Whether every quote of a time is asked for. */
    public boolean isOfTimeAlone() {
        return isByNamesAlone() && parameters.speaker == null && parameters.about == null;
    }

    /**
     * Who said most, or about whom most was said, in the time that is asked for: read from one index, which has everybody's id.
     *
     * @param role speaker or about
     */
    public Sql mostNamed(String role, int limit) {
        Sql sql = new Sql().add("""
                        WITH most AS MATERIALIZED (SELECT n.key, count(*) AS counted FROM quote_name n
                            WHERE n.current AND n.role = ? AND n.key LIKE '________-____-____-____-____________'""", role);
        period.from().ifPresent(from -> sql.add("AND n.dated_at >= ?", from));
        period.before().ifPresent(before -> sql.add("AND n.dated_at < ?", before));
        sql.add(stances.condition("n"));
        return sql.add("GROUP BY n.key ORDER BY counted DESC, n.key LIMIT ?)", limit)
                .add("""
                        SELECT key::uuid AS entity_id, counted, (SELECT max(name) FROM (
                            SELECT e.name FROM entity e WHERE e.entity_id = most.key::uuid LIMIT 100) AS named) AS name
                        FROM most ORDER BY counted DESC, name""");
    }

    /** All that answer it after a position, oldest first. */
    public Sql export(Optional<DatedPosition> after) {
        Sql sql = select(QuoteRows.COLUMNS + ARTICLE_COLUMNS
                + ", coalesce(q.speaker ->> 'name', q.speaker ->> 'surface') AS speaker_name,"
                + " q.speaker ->> 'entityId' AS speaker_id, " + SPEAKER_NAMES + " AS speaker_names");
        after.ifPresent(position -> sql.add(
                "AND (" + anchor + ".dated_at, " + anchor + ".quote_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY " + anchor + ".dated_at, " + anchor + ".quote_id");
    }

    /** The publications of an utterance, for counting. */
    static Sql ofUtterance(UUID utterance, Stances stances) {
        return new Sql().add("SELECT 1").add(OF_UTTERANCE, utterance, utterance).add(stances.condition("q"));
    }

    /** The page of them after a position, oldest first, and one row more. */
    static Sql ofUtterance(UUID utterance, Stances stances, Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql()
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add(OF_UTTERANCE, utterance, utterance)
                .add(stances.condition("q"));
        after.ifPresent(position -> sql.add("AND (q.dated_at, q.quote_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY q.dated_at, q.quote_id LIMIT ?", limit + 1);
    }

    /** The current ones of some ids, newest first; read them with {@link QuoteRows#withArticle}. */
    public static Sql byIds(Collection<UUID> ids) {
        return new Sql()
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM quote q " + OF_QUOTE + " WHERE q.current AND q.quote_id = ANY (?)", ids)
                .add("ORDER BY q.dated_at DESC, q.quote_id DESC");
    }

    /**
     * The page after a position, newest first, and one row more. Its few rows are found first: a join of all tables at once takes
     * longer to plan than to carry out, and may read every article before it sorts.
     */
    Sql page(Optional<DatedPosition> after, int limit) {
        Sql sql = planned(new Sql())
                .add("WITH hit AS MATERIALIZED (SELECT " + anchor + ".analysis_id, " + anchor + ".quote_id, " + anchor
                        + ".dated_at")
                .add(from())
                .add(names)
                .add(within(period))
                .add(conditions);
        for (String side : sides()) {
            after.ifPresent(position -> sql.add(
                    "AND (" + side + ".dated_at, " + side + ".quote_id) < (?, ?)", position.date(), position.id()));
        }
        return sql.add("ORDER BY " + anchor + ".dated_at DESC, " + anchor + ".quote_id DESC LIMIT ?)", limit + 1)
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM hit JOIN quote q ON q.analysis_id = hit.analysis_id AND q.quote_id = hit.quote_id")
                .add(OF_QUOTE)
                .add("ORDER BY hit.dated_at DESC, hit.quote_id DESC");
    }
}
