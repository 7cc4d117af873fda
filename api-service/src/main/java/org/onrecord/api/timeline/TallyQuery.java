package org.onrecord.api.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.onrecord.api.parameter.Period;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.database.Sql;

/**
 * The SQL of counts that are read from the table {@code tally}: of whole months and days. Added to them is what is missing of
 * articles that changed a moment ago, and what the rows say of the rest of the period.
 */
final class TallyQuery {

    private static final String ANY = "any";

    private final QuoteQuery query;
    private final List<String> sites;

    /** @param query for which {@link #answers} says so */
    TallyQuery(QuoteQuery query) {
        this.query = query;
        this.sites = query.sites();
    }

    /** Whether the table has what is asked for, once it is complete. */
    static boolean answers(QuoteQuery query, Counted counted) {
        return query.isOfTimeAndSitesAlone() && !counted.isByUtterance();
    }

    /** By day: {@code key} and {@code quotes}, each day several times. */
    Sql days() {
        WholeDays days = WholeDays.of(query.period(), WholeDays.Unit.DAY);
        return union(
                "start",
                "day",
                ANY,
                days,
                sites.isEmpty() ? List.of(new CountedDays("day", days)) : List.of(new CountedDays("site-day", days)),
                rest -> query.countWithin(
                        "SELECT (q.dated_at AT TIME ZONE 'UTC')::date AS key, 1 AS quotes", "", rest));
    }

    /** By site: {@code key} and {@code quotes}, each site once. */
    Sql ofSites() {
        WholeDays days = WholeDays.of(query.period(), WholeDays.Unit.DAY);
        return each(union(
                "site",
                "site",
                ANY,
                days,
                monthsAndDays("site-month", "site-day", days),
                rest -> query.selectWithin("SELECT a.site AS key, 1 AS quotes", rest)
                        .add("AND a.site IS NOT NULL")));
    }

    /**
     * By an entity's id, likewise.
     *
     * @param role speaker or about
     */
    Sql ofNames(String role) {
        if (sites.isEmpty() && query.period().isOpen()) {
            return ofAllNames(role);
        }
        // Of a site and an entity there are no days: nearly every quote would be a row of its own.
        WholeDays days = WholeDays.of(query.period(), sites.isEmpty() ? WholeDays.Unit.DAY : WholeDays.Unit.MONTH);
        List<CountedDays> spans =
                sites.isEmpty() ? monthsAndDays("month", "day", days) : List.of(new CountedDays("site-month", days));
        return each(union(
                "key",
                "key",
                role,
                days,
                spans,
                rest -> query.countWithin(
                        "SELECT n.key::uuid AS key, 1 AS quotes", QuoteQuery.NAMES.formatted(role), rest)));
    }

    /** Everybody is in the table once: nothing has to be brought together but what is missing, which is little. */
    private static Sql ofAllNames(String role) {
        return new Sql()
                .skewed()
                .add("SELECT key, coalesce(known.quotes, 0) + coalesce(missing.quotes, 0) AS quotes")
                .add("FROM (SELECT key, quotes FROM tally WHERE span = 'all' AND role = '" + role + "') AS known")
                .add("FULL JOIN (SELECT key, sum(quotes) AS quotes FROM tally_missing() WHERE role = '" + role
                        + "' GROUP BY key) AS missing USING (key)");
    }

    private static Sql each(Sql union) {
        return new Sql()
                .add("SELECT key, sum(quotes) AS quotes FROM (")
                .add(union)
                .add(") AS part GROUP BY key");
    }

    /** A kind of rows, and those of them that are read. */
    private record CountedDays(String name, WholeDays days) {}

    private interface Rest {
        Sql of(Period stretch);
    }

    private static List<CountedDays> monthsAndDays(String byMonth, String byDay, WholeDays days) {
        if (days.isEmpty()) {
            return List.of();
        }
        WholeDays months = days.months();
        List<CountedDays> spans = new ArrayList<>();
        if (!months.isEmpty()) {
            spans.add(new CountedDays(byMonth, months));
        }
        months.restByDays().forEach(rest -> spans.add(new CountedDays(byDay, rest)));
        return spans;
    }

    /**
     * @param column of the table, by which is counted
     * @param missing the same of {@code tally_missing}
     * @param days all of which there are counts
     */
    private Sql union(String column, String missing, String role, WholeDays days, List<CountedDays> spans, Rest rows) {
        List<Sql> parts = new ArrayList<>();
        if (!days.isEmpty()) {
            for (CountedDays span : spans) {
                parts.add(limited(
                        "SELECT " + column + " AS key, quotes FROM tally WHERE span = '" + span.name() + "'",
                        role,
                        span.name().startsWith("site"),
                        "start",
                        span.days()));
            }
            parts.add(limited(
                    "SELECT " + missing + " AS key, quotes FROM tally_missing() WHERE true",
                    role,
                    column.equals("site") || !sites.isEmpty(),
                    "day",
                    days));
        }
        days.rest().forEach(stretch -> parts.add(rows.of(stretch).add(ofArticles(stretch))));
        Sql union = new Sql().skewed();
        for (int i = 0; i < parts.size(); i++) {
            union.add(i == 0 ? "" : "UNION ALL").add(parts.get(i));
        }
        return union;
    }

    /** The articles of a site have an index by their date, which is that of their quotes too. */
    private Sql ofArticles(Period stretch) {
        Sql dates = new Sql();
        if (!sites.isEmpty()) {
            stretch.from().ifPresent(from -> dates.add("AND a.dated_at >= ?", from));
            stretch.before().ifPresent(before -> dates.add("AND a.dated_at < ?", before));
        }
        return dates;
    }

    private Sql limited(String select, String role, boolean bySite, String date, WholeDays days) {
        Sql sql = new Sql().add(select + " AND role = '" + role + "'");
        if (!sites.isEmpty()) {
            sql.add("AND site = ANY (?)", sites);
        } else if (bySite) {
            sql.add("AND site <> ''");
        }
        days.from().ifPresent(from -> sql.add("AND " + date + " >= ?::date", text(from)));
        days.before().ifPresent(before -> sql.add("AND " + date + " < ?::date", text(before)));
        return sql;
    }

    /** Java puts a sign before a year of five digits, which the database takes for that of a time zone. */
    private static String text(LocalDate day) {
        return day.toString().replace("+", "");
    }
}
