package org.onrecord.api.timeline;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Counts quotes. Thread-safe. */
@ApplicationScoped
public class QuoteCounts {

    private static final String SITE = "site";
    private static final String ARTICLE = "article";

    private final Database database;
    private final CountsOfLate counts;

    QuoteCounts(Database database, CountsOfLate counts) {
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
        Sql sql = counted.isByUtterance()
                ? query.count(
                        "SELECT date_trunc('" + interval + "', q.dated_at AT TIME ZONE 'UTC')::date::text AS start, "
                                + counted.count() + " AS counted",
                        "")
                : query.countByDate(interval);
        sql.add("GROUP BY 1 ORDER BY 1 LIMIT ?", Stretches.MOST + 1);
        return counts.timeline(
                List.of(interval, counted.byOrDefault(), query.question()),
                () -> new Timeline(
                        interval, counted.byOrDefault(), stretches.checked(database.list(sql, Timeline.Stretch::of))));
    }

    /**
     * Who said most, about whom most was said, or where.
     *
     * @throws org.onrecord.chassis.problem.ProblemException likewise
     */
    public Top top(TopParameters parameters, QuoteParameters quotes) {
        QuoteQuery query = new QuoteQuery(quotes);
        Sql sql = query.isOfTimeAlone() && parameters.isOfEntities() && !parameters.isByUtterance()
                ? query.mostNamed(parameters.ofOrDefault(), parameters.limitOrDefault())
                : ranked(parameters, query).add("ORDER BY counted DESC, name LIMIT ?", parameters.limitOrDefault());
        return counts.top(
                List.of(
                        parameters.ofOrDefault(),
                        parameters.byOrDefault(),
                        parameters.limitOrDefault(),
                        query.question()),
                () -> ranking(parameters, sql));
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

    private static Sql ranked(TopParameters parameters, QuoteQuery query) {
        String counted =
                parameters.count() + " AS counted, sum(" + parameters.count() + ") OVER ()::bigint AS all_counted";
        return switch (parameters.ofOrDefault()) {
            case "about" ->
                query.count("SELECT max(coalesce(e.called, e.name)) AS name, e.entity_id, " + counted, """
                                JOIN quote_about t ON t.analysis_id = q.analysis_id AND t.quote_id = q.quote_id
                                JOIN entity e ON e.analysis_id = t.analysis_id AND e.entity_no = t.entity_no""")
                        .add("GROUP BY e.entity_id");
            case SITE ->
                query.select("SELECT a.site AS name, NULL::uuid AS entity_id, " + counted)
                        .add("AND a.site IS NOT NULL GROUP BY a.site");
            default ->
                query.count("SELECT max(coalesce(e.called, e.name)) AS name, e.entity_id, " + counted, """
                                JOIN entity e ON e.analysis_id = q.analysis_id
                                    AND e.entity_no = ANY (coalesce(q.speaker_nos, ARRAY[q.speaker_no]))""")
                        .add("GROUP BY e.entity_id");
        };
    }
}
