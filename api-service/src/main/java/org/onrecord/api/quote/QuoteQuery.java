package org.onrecord.api.quote;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.Nullable;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Sort;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Period;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.Sql;

/** The SQL of a question for quotes: table {@code quote} is q there, and {@code article} a. A name is looked for
 * in the index that has its quotes by date. */
public final class QuoteQuery {

    /** The names of a quote in a role that are ids of entities, as n. */
    public static final String NAMES = """
            JOIN quote_name n ON n.analysis_id = q.analysis_id AND n.quote_id = q.quote_id AND n.role = '%s'
                AND n.key LIKE '________-____-____-____-____________'""";

    private static final String QUOTE = "quote q";
    private static final String CURRENT = "q.current";
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

    /** Those of several names, each once: a quote may have two of them. */
    private static final String OF_NAMES = """
            FROM (SELECT DISTINCT analysis_id, quote_id, dated_at, current, stance FROM quote_name
                WHERE role = '%s' AND current AND key = ANY (?)) AS %s""";

    private final QuoteParameters parameters;
    private final QuoteFilter filter;
    private final Sort sort;
    private final Period period;
    private final Sql conditions = new Sql();
    private final Stances stances;
    /** Which rows of {@code quote} are answered with. */
    private final String standing;
    /** The table by whose index the answer is found and sorted. */
    private final String anchor;
    /** Under which that index is looked up; empty where it is that of all quotes. */
    private final List<String> keys;
    /** Whom it is about, where the speaker is the anchor. */
    private final List<String> subjects;

    /**
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public QuoteQuery(QuoteParameters parameters) {
        this(parameters, Sort.NEWEST);
    }

    /** @param sort of a page */
    QuoteQuery(QuoteParameters parameters, Sort sort) {
        this(QuoteFilter.of(parameters), parameters, sort);
    }

    private QuoteQuery(QuoteFilter filter, QuoteParameters parameters, Sort sort) {
        this.parameters = parameters;
        this.sort = sort;
        this.filter = filter;
        this.standing = filter.isOfRejected() ? QuoteRows.REJECTED : CURRENT;
        // What was rejected is little, and in no index of names.
        boolean bySpeaker = !filter.isOfRejected() && !filter.speakers().isEmpty();
        boolean bySubject =
                !filter.isOfRejected() && !bySpeaker && !filter.subjects().isEmpty();
        this.anchor = bySpeaker ? "s" : bySubject ? "b" : "q";
        this.keys = List.copyOf(bySpeaker ? filter.speakers() : bySubject ? filter.subjects() : Set.of());
        this.subjects = bySpeaker ? List.copyOf(filter.subjects()) : List.of();
        if (filter.isOfRejected()) {
            named("speaker", filter.speakers());
            named("about", filter.subjects());
        } else {
            filter.review().ifPresent(decision -> conditions.add("AND q.review ->> 'decision' = ?", decision));
        }
        this.period = filter.period();
        this.stances = filter.stances();
        // Of one table alone: the planner takes a condition that is said twice for two.
        conditions.add(stances.condition(anchor));
        if (subjects.size() > 1) {
            conditions.add("""
                    AND EXISTS (SELECT 1 FROM quote_name b WHERE b.analysis_id = s.analysis_id AND b.quote_id = s.quote_id
                        AND b.role = 'about' AND b.current AND b.key = ANY (?))""", subjects);
        }
        filter.words().ifPresent(words -> conditions.add("AND q.search @@ " + WordSearch.WORDS, words));
        filter.kind().ifPresent(kind -> conditions.add("AND q.kind = ?", kind));
        if (filter.sites().size() == 1) {
            conditions.add("AND a.site = ?", filter.sites().iterator().next());
        } else if (isOfSites()) {
            conditions.add("AND a.site = ANY (?)", List.copyOf(filter.sites()));
        }
        filter.minConfidence().ifPresent(least -> conditions.add("AND q.confidence >= ?", least));
        filter.storedSince().ifPresent(since -> conditions.add("AND q.stored_at >= ?", since));
        // What was stored since was changed since: of that there is an index.
        Stream.of(filter.storedSince(), filter.changedSince())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .ifPresent(since -> conditions.add("AND q.changed_at >= ?", since));
    }

    private void named(String role, Set<String> keys) {
        if (!keys.isEmpty()) {
            conditions.add("""
                    AND EXISTS (SELECT 1 FROM quote_name n WHERE n.analysis_id = q.analysis_id AND n.quote_id = q.quote_id
                        AND n.role = ? AND n.key = ANY (?))""", role, List.copyOf(keys));
        }
    }

    /** Leaves out what was changed at a moment or later. */
    public QuoteQuery before(Instant horizon) {
        conditions.add("AND q.changed_at < ?", horizon);
        return this;
    }

    /** Whether it is asked for by when it was stored or changed. */
    public boolean isOfChanges() {
        return filter.storedSince().isPresent() || filter.changedSince().isPresent() || sort == Sort.STORED;
    }

    private boolean isOfSites() {
        return !filter.sites().isEmpty();
    }

    /** Whether two names are matched by two scans of one index. */
    private boolean isMatch() {
        return subjects.size() == 1;
    }

    /** Each side of the match of two names is told the period: the planner takes equal columns for equal, but not smaller ones. */
    private List<String> sides() {
        return isMatch() ? List.of("s", "b") : List.of(anchor);
    }

    private String role() {
        return anchor.equals("s") ? "speaker" : "about";
    }

    /** The tables of names, of quotes and of articles, without those that are not needed, and the names. */
    private Sql from(boolean quotes, boolean articles, String join) {
        boolean several = keys.size() > 1;
        Sql from = several
                ? new Sql().add(OF_NAMES.formatted(role(), anchor), keys)
                : new Sql().add("FROM " + (keys.isEmpty() ? QUOTE : "quote_name " + anchor));
        from.add(joined(quotes, articles) + " " + join
                + (keys.isEmpty() || quotes ? " WHERE " + standing : " WHERE true"));
        return several ? from.add(match()) : from.add(named(keys)).add(match());
    }

    /** The same for one of several names. */
    private Sql from(String key) {
        boolean quotes = !isByNamesAlone();
        return new Sql()
                .add("FROM quote_name " + anchor + joined(quotes, isOfSites()) + " WHERE "
                        + (quotes ? standing : "true"))
                .add(named(List.of(key)))
                .add(match());
    }

    private String joined(boolean quotes, boolean articles) {
        return (isMatch() ? SAME_QUOTE.formatted("quote_name b", "b", anchor) : "")
                + (!keys.isEmpty() && quotes ? SAME_QUOTE.formatted(QUOTE, "q", anchor) : "")
                + (articles ? " " + OF_QUOTE : "");
    }

    private Sql named(List<String> one) {
        Sql named = new Sql();
        one.forEach(key ->
                named.add("AND %1$s.role = '%2$s' AND %1$s.key = ? AND %1$s.current".formatted(anchor, role()), key));
        return named;
    }

    private Sql match() {
        return isMatch()
                ? new Sql().add("AND b.role = 'about' AND b.key = ? AND b.current", subjects.getFirst())
                : new Sql();
    }

    /** The tables that the question itself needs. */
    private Sql from() {
        return from(!isByNamesAlone(), isOfSites(), "");
    }

    private Sql within(Period stretch) {
        Sql dates = new Sql();
        for (String side : sides()) {
            stretch.from().ifPresent(from -> dates.add("AND " + side + ".dated_at >= ?", from));
            stretch.before().ifPresent(before -> dates.add("AND " + side + ".dated_at < ?", before));
        }
        return dates;
    }

    /** The current quote of an id, rejected or not. */
    static Sql byId(UUID id) {
        return new Sql()
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM quote q " + OF_QUOTE + " WHERE (q.current OR q.review IS NOT NULL) AND q.quote_id = ?", id);
    }

    /** What a cursor is bound to. One of before there were stances is as good as ever. */
    public String question() {
        String question = String.join(
                "\n",
                "quotes",
                listed(parameters.speaker),
                listed(parameters.about),
                "" + parameters.q,
                "" + parameters.kind,
                listed(parameters.site),
                "" + parameters.from,
                "" + parameters.to,
                "" + parameters.minConfidence);
        StringJoiner asked = new StringJoiner("\n").add(question);
        if (parameters.stance != null) {
            asked.add(parameters.stance);
        }
        if (parameters.review != null) {
            asked.add("review=" + parameters.review);
        }
        if (isOfChanges()) {
            asked.add("" + parameters.storedSince).add("" + parameters.changedSince);
        }
        return (sort == Sort.NEWEST ? asked : asked.add(sort.toString())).toString();
    }

    /** As before there could be several. */
    private static String listed(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? "null" : String.join("\t", values);
    }

    private boolean isByNamesAlone() {
        return isByNamesAndSitesAlone() && !isOfSites();
    }

    private boolean isByNamesAndSitesAlone() {
        return parameters.q == null
                && parameters.kind == null
                && parameters.minConfidence == null
                && parameters.review == null
                && !isOfChanges();
    }

    /** One name, or none: then one index has the answer in order, whoever is asked for, and one plan is right for all. */
    private boolean hasOnePlan() {
        return isByNamesAlone() && keys.size() < 2 && subjects.isEmpty();
    }

    private Sql planned(Sql sql) {
        return hasOnePlan() ? sql : sql.skewed();
    }

    /** All that answer it, for counting; of several names no more than are counted. */
    Sql all() {
        if (keys.size() > 1) {
            return ofEach(Optional.empty(), counted() + 1);
        }
        return planned(new Sql())
                .add("SELECT 1")
                .add(from())
                .add(within(period))
                .add(conditions);
    }

    /** How far they are counted. */
    int counted() {
        return isByNamesAlone() ? Total.COUNTED : Total.COUNTED_BY_READING;
    }

    /** The words that are asked for, as the database takes them. */
    Optional<String> asked() {
        return filter.words();
    }

    /** The question as one for words, if it is: names are found by date anyway. */
    Optional<WordSearch> words() {
        return parameters.q == null || !keys.isEmpty() || sort == Sort.OLDEST || sort == Sort.STORED
                ? Optional.empty()
                : Optional.of(new WordSearch(
                        "q.quote_id",
                        "q.dated_at",
                        "FROM " + QUOTE + joined(true, isOfSites()) + " WHERE " + standing,
                        conditions,
                        period));
    }

    /**
     * All that answer it.
     *
     * @param columns a constant of the code, from SELECT on
     */
    public Sql select(String columns) {
        return selectWithin(columns, period);
    }

    /** Those of a part of the time that is asked for. */
    public Sql selectWithin(String columns, Period stretch) {
        return new Sql()
                .skewed()
                .add(columns)
                .add(from(true, true, ""))
                .add(within(stretch))
                .add(conditions);
    }

    /**
     * The same without the article's columns, for counting.
     *
     * @param join another table beside the quote's own, or nothing
     */
    public Sql count(String columns, String join) {
        return countWithin(columns, join, period);
    }

    /** The same of a part of the time that is asked for. */
    public Sql countWithin(String columns, String join, Period stretch) {
        return planned(new Sql())
                .add(columns)
                .add(from(true, isOfSites(), join))
                .add(within(stretch))
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
                .add(within(period))
                .add(conditions);
    }

    /** Whether every quote of a time is asked for. */
    public boolean isOfTimeAlone() {
        return isByNamesAlone() && keys.isEmpty();
    }

    /** Whether all is asked for that was said in a time, on some sites or on any. */
    public boolean isOfTimeAndSitesAlone() {
        return isByNamesAndSitesAlone() && keys.isEmpty() && stances.equals(Stances.USUAL);
    }

    /** The time that is asked for. */
    public Period period() {
        return period;
    }

    /** Registrable hosts, of which one is asked for; empty where any will do. */
    public List<String> sites() {
        return List.copyOf(filter.sites());
    }

    /**
     * Of everybody, by {@code key}, how often they are found in the time that is asked for: read from one index, which has
     * everybody's id.
     *
     * @param columns a constant of the code, from SELECT on
     * @param role speaker or about
     */
    public Sql countNames(String columns, String role) {
        Sql sql = new Sql().add(columns).add("""
                        FROM quote_name n WHERE n.current AND n.role = ? AND n.key LIKE '________-____-____-____-____________'""", role);
        period.from().ifPresent(from -> sql.add("AND n.dated_at >= ?", from));
        period.before().ifPresent(before -> sql.add("AND n.dated_at < ?", before));
        return sql.add(stances.condition("n"));
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
        return byIds(ids, CURRENT);
    }

    /** Those of some ids that may answer the question, newest first. */
    Sql found(Collection<UUID> ids) {
        return byIds(ids, standing);
    }

    private static Sql byIds(Collection<UUID> ids, String standing) {
        return new Sql()
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM quote q " + OF_QUOTE + " WHERE " + standing + " AND q.quote_id = ANY (?)", ids)
                .add("ORDER BY q.dated_at DESC, q.quote_id DESC");
    }

    /** The ids of some current quotes, those first that have the words closest together. */
    Sql ranked(Collection<UUID> ids) {
        return new Sql()
                .add("SELECT q.quote_id AS id FROM quote q WHERE " + standing + " AND q.quote_id = ANY (?)", ids)
                .add(
                        "ORDER BY ts_rank_cd(q.search, " + WordSearch.WORDS
                                + ", 1) DESC, q.dated_at DESC, q.quote_id DESC",
                        filter.words().orElseThrow());
    }

    /**
     * Of some current quotes, their plain letters in which the words that are asked for are marked. Not of very long ones, since
     * PostgreSQL's parser may take minutes for one that is made for it.
     */
    static Sql marked(String words, Collection<UUID> ids) {
        return new Sql()
                .add("SELECT q.quote_id, ts_headline('english', plain_letters(q.text), " + WordSearch.WORDS, words)
                .add(", 'HighlightAll=true, StartSel=" + Highlight.OPEN + ", StopSel=" + Highlight.CLOSE
                        + "') AS marked")
                .add(
                        "FROM quote q WHERE (q.current OR q.review IS NOT NULL) AND q.quote_id = ANY (?) AND length(q.text) <= 2000",
                        ids);
    }

    /**
     * The page after a position, newest first, and one row more. Its few rows are found first: a join of all tables at once takes
     * longer to plan than to carry out, and may read every article before it sorts.
     */
    Sql page(Optional<DatedPosition> after, int limit) {
        return planned(new Sql())
                .add("WITH hit AS MATERIALIZED (")
                .add(newest(after, limit + 1))
                .add(")")
                .add(QuoteRows.COLUMNS + ARTICLE_COLUMNS)
                .add("FROM hit JOIN quote q ON q.analysis_id = hit.analysis_id AND q.quote_id = hit.quote_id")
                .add(OF_QUOTE)
                .add(ordered("hit", "sorted_at"));
    }

    private String ordered(String table, String column) {
        return "ORDER BY %1$s.%2$s %3$s, %1$s.quote_id %3$s".formatted(table, column, sort.direction());
    }

    /** Where the newest are. Of several names the newest of each are read, which its index has in order. */
    private Sql newest(Optional<DatedPosition> after, int most) {
        return keys.size() < 2
                ? newest(from(), after, most)
                : ofEach(after, most).add(ordered("named", "sorted_at") + " LIMIT ?", most);
    }

    private Sql ofEach(Optional<DatedPosition> after, int most) {
        Sql sql = new Sql().skewed().add("SELECT analysis_id, quote_id, sorted_at FROM (");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(i == 0 ? "(" : ") UNION (").add(newest(from(keys.get(i)), after, most));
        }
        return sql.add(")) AS named");
    }

    private Sql newest(Sql from, Optional<DatedPosition> after, int most) {
        // When it was changed stands in the quote's own row alone.
        List<String> sorted = sort == Sort.STORED ? List.of("q") : sides();
        String by = sorted.getFirst();
        Sql sql = new Sql()
                .add("SELECT %1$s.analysis_id, %1$s.quote_id, %1$s.%2$s AS sorted_at".formatted(by, sort.column()))
                .add(from)
                .add(within(period))
                .add(conditions);
        for (String side : sorted) {
            after.ifPresent(position -> sql.add(
                    "AND (%1$s.%2$s, %1$s.quote_id) %3$s (?, ?)".formatted(side, sort.column(), sort.behind()),
                    position.date(),
                    position.id()));
        }
        return sql.add(ordered(by, sort.column()) + " LIMIT ?", most);
    }

    /** Where the list goes on after a quote. */
    DatedPosition position(Quote quote) {
        return new DatedPosition(
                sort == Sort.STORED ? quote.changed() : quote.article().date(), quote.id());
    }
}
