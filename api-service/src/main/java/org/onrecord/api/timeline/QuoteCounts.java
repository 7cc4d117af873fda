package org.onrecord.api.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Counts quotes. Thread-safe. */
@ApplicationScoped
public class QuoteCounts {

    private static final String NAMED = """
            key AS entity_id, (SELECT max(name) FROM (
                SELECT coalesce(e.called, e.name) AS name FROM entity e WHERE e.entity_id = most.key LIMIT 100) AS named) AS name""";

    /** Whoever has a role in a quote, which is q there. */
    private static final Map<String, String> ENTITIES = Map.of("speaker", """
            JOIN entity e ON e.analysis_id = q.analysis_id
                AND e.entity_no = ANY (coalesce(q.speaker_nos, ARRAY[q.speaker_no]))""", "about", """
            JOIN quote_about t ON t.analysis_id = q.analysis_id AND t.quote_id = q.quote_id
            JOIN entity e ON e.analysis_id = t.analysis_id AND e.entity_no = t.entity_no""");

    private static final String SITE = "site";
    private static final String ARTICLE = "article";

    private final Database database;
    private final CountsOfLate counts;

    QuoteCounts(@Replicated Database database, CountsOfLate counts) {
        this.database = database;
        this.counts = counts;
    }

    /**
     * How many quotes there are over time.
     *
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public Timeline timeline(Stretches stretches, Counted counted, QuoteParameters quotes) {
        String interval = stretches.intervalOrDefault();
        QuoteQuery query = new QuoteQuery(quotes);
        return counts.timeline(
                List.of(interval, counted.byOrDefault(), query.question()),
                () -> new Timeline(
                        interval,
                        counted.byOrDefault(),
                        stretches.checked(database.list(
                                byDate(interval, counted, query).add("ORDER BY 1 LIMIT ?", Stretches.MOST + 1),
                                Timeline.Stretch::of))));
    }

    private Sql byDate(String interval, Counted counted, QuoteQuery query) {
        if (isCountedAhead(query, counted)) {
            return new Sql()
                    .add("SELECT date_trunc('" + interval
                            + "', key::timestamp)::date::text AS start, sum(quotes)::bigint AS counted FROM (")
                    .add(new TallyQuery(query).days())
                    .add(") AS counted GROUP BY 1 HAVING sum(quotes) > 0");
        }
        Sql rows = counted.isByUtterance()
                ? query.count(
                        "SELECT date_trunc('" + interval + "', q.dated_at AT TIME ZONE 'UTC')::date::text AS start, "
                                + counted.count() + " AS counted",
                        "")
                : query.countByDate(interval);
        return rows.add("GROUP BY 1");
    }

    private boolean isCountedAhead(QuoteQuery query, Counted counted) {
        return TallyQuery.answers(query, counted)
                && database.first(Tally.answers(), row -> row.getColumn("done", Boolean.class))
                        .orElse(false);
    }

    /**
     * Who said most, about whom most was said, or where.
     *
     * @throws org.onrecord.chassis.problem.ProblemException likewise
     */
    public Top top(TopParameters parameters, QuoteParameters quotes) {
        QuoteQuery query = new QuoteQuery(quotes);
        return counts.top(
                List.of(
                        parameters.ofOrDefault(),
                        parameters.byOrDefault(),
                        parameters.limitOrDefault(),
                        query.question()),
                () -> ranking(
                        parameters,
                        isCountedAhead(query, parameters) ? ahead(parameters, query) : rows(parameters, query)));
    }

    /**
     * How many articles there are of some sites, those with most first; sites without any are left out.
     *
     * @param sites registrable hosts
     */
    public Top articles(Set<String> sites) {
        return sites.isEmpty()
                ? new Top(SITE, ARTICLE, List.of())
                : counts.top(List.of(ARTICLE, Set.copyOf(sites)), () -> articlesNow(sites));
    }

    private Ranking articlesNow(Set<String> sites) {
        List<Top.Place> places = database.list(
                new Sql()
                        .add(
                                "SELECT site, count(*) AS counted FROM article WHERE site = ANY (?) AND version IS NOT NULL GROUP BY site",
                                sites)
                        .add("ORDER BY counted DESC, site"),
                row -> new Top.Place(row.getColumn("site", String.class), null, row.getColumn("counted", Long.class)));
        return new Ranking(
                new Top(SITE, ARTICLE, places),
                places.stream().mapToLong(Top.Place::count).sum());
    }

    private Ranking ranking(TopParameters parameters, Sql sql) {
        record Row(Top.Place place, long all) {}
        List<Row> rows = database.list(
                sql,
                row -> new Row(
                        new Top.Place(
                                row.getColumn("name", String.class),
                                row.getColumn("entity_id", UUID.class),
                                row.getColumn("counted", Long.class)),
                        row.getColumn("all_counted", Long.class)));
        return new Ranking(
                new Top(
                        parameters.ofOrDefault(),
                        parameters.byOrDefault(),
                        rows.stream().map(Row::place).toList()),
                rows.isEmpty() ? 0 : rows.getFirst().all());
    }

    private static Sql ahead(TopParameters parameters, QuoteQuery query) {
        TallyQuery tally = new TallyQuery(query);
        Sql each = new Sql()
                .add("SELECT key, quotes::bigint AS counted FROM (")
                .add(parameters.isOfEntities() ? tally.ofNames(parameters.ofOrDefault()) : tally.ofSites())
                .add(") AS each WHERE quotes > 0");
        // To add up a hundred thousand takes longer than to find the first of them.
        return ranked(parameters, each, "sum(counted) OVER ()::bigint");
    }

    private static Sql rows(TopParameters parameters, QuoteQuery query) {
        String counted =
                parameters.count() + " AS counted, sum(" + parameters.count() + ") OVER ()::bigint AS all_counted";
        return ranked(
                parameters,
                parameters.isOfEntities()
                        ? ofEntities(parameters, counted, query)
                        : query.select("SELECT a.site AS key, " + counted)
                                .add("AND a.site IS NOT NULL GROUP BY a.site"),
                "all_counted");
    }

    private static Sql ofEntities(TopParameters parameters, String counted, QuoteQuery query) {
        String role = parameters.ofOrDefault();
        if (parameters.isByUtterance()) {
            return query.count("SELECT e.entity_id AS key, " + counted, ENTITIES.get(role))
                    .add("GROUP BY e.entity_id");
        }
        // By the ids in the table of names, where one who goes by two names in an article is one.
        String named = "SELECT n.key::uuid AS key, " + counted;
        Sql names = query.isOfTimeAlone()
                ? query.countNames(named, role)
                : query.count(named, QuoteQuery.NAMES.formatted(role));
        return names.add("GROUP BY n.key");
    }

    /** The first of those that were counted, with their names: of an entity as some of its articles have it. */
    private static Sql ranked(TopParameters parameters, Sql counted, String all) {
        return new Sql()
                .add("WITH most AS MATERIALIZED (")
                .add(counted)
                .add("ORDER BY counted DESC, key LIMIT ?)", parameters.limitOrDefault())
                .add("SELECT counted, " + all + " AS all_counted,")
                .add(parameters.isOfEntities() ? NAMED : "key AS name, NULL::uuid AS entity_id")
                .add("FROM most ORDER BY counted DESC, name");
    }
}
