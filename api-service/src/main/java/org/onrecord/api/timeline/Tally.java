package org.onrecord.api.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

import org.onrecord.api.settling.Settler;
import org.onrecord.api.settling.SoleSettler;
import org.onrecord.database.Sql;

/**
 * Counts anew the articles that changed, and those of before there were counts, in the table {@code tally}. An article's part is what
 * its rows say, less what was counted of it before, so that it may be counted however often. Thread-safe: of all replicas one at a
 * time does it.
 */
@ApplicationScoped
public class Tally implements Settler {

    /** Lines, of which an article has two and more. While people move, thousands of articles change at a time. */
    private static final int AT_ONCE = 1000;

    /** Of those of before, however many wait. */
    private static final int LEAST_BEFORE = 200;

    /** Any number that nothing else in this database locks by. */
    private static final long LOCK = 5520937416L;

    private static final String WAITING = "SELECT no, article_id FROM tally_waiting ORDER BY no LIMIT ?";

    /** Those that were seen waiting and no others: what came since may be of rows that were not read here. */
    private static final String TAKE = "DELETE FROM tally_waiting WHERE no = ANY (?)";

    /** In the order of the index, and giving those of which nothing is left. */
    private static final String COUNT = """
            WITH now AS MATERIALIZED (SELECT * FROM tally_of(?::uuid[])),
            before AS (DELETE FROM tallied WHERE article_id = ANY (?::uuid[]) RETURNING site, day, role, keys, quotes),
            kept AS (
                INSERT INTO tallied (article_id, site, day, role, keys, quotes)
                SELECT article_id, site, day, role, array_agg(key), array_agg(quotes) FROM now GROUP BY 1, 2, 3, 4),
            changed AS MATERIALIZED (
                SELECT site, day, role, key, sum(quotes) AS quotes FROM (
                    SELECT site, day, role, key, quotes FROM now
                    UNION ALL
                    SELECT site, day, role, each.key, -each.quotes
                    FROM before, unnest(keys, before.quotes) AS each (key, quotes)) AS part
                GROUP BY site, day, role, key HAVING sum(quotes) <> 0),
            written AS (
                INSERT INTO tally AS t (span, role, site, start, key, quotes)
                SELECT s.span, role, s.site, s.start, key, sum(quotes)
                FROM changed, date_trunc('month', day::timestamp) AS month, LATERAL (VALUES
                    ('all', '', '-infinity'::date),
                    ('month', '', month::date),
                    ('day', '', day),
                    ('site-month', changed.site, month::date),
                    ('site-day', changed.site, day)) AS s (span, site, start)
                WHERE (s.site <> '' OR s.span NOT LIKE 'site-%') AND (s.span <> 'site-day' OR role = 'any')
                    AND (s.span <> 'all' OR role <> 'any')
                GROUP BY 1, 2, 3, 4, 5 HAVING sum(quotes) <> 0 ORDER BY 1, 2, 3, 4, 5
                ON CONFLICT (span, role, site, start, key) DO UPDATE SET quotes = t.quotes + excluded.quotes
                RETURNING span, role, site, start, key, quotes)
            SELECT span, role, site, start::text AS start, key FROM written WHERE quotes = 0
            """;

    private static final String FORGET = """
            DELETE FROM tally WHERE span = ? AND role = ? AND site = ? AND start = ?::date AND key = ? AND quotes = 0
            """;

    private static final String IS_COMPLETE = "SELECT done FROM tally_before";

    /** Of more lines that wait, a question reads all rows sooner than the articles of them. */
    private static final int MOST_WAITING = 50_000;

    private static final String ANSWERS =
            "SELECT done AND (SELECT coalesce(max(no) - min(no), 0) FROM tally_waiting) < ? AS done FROM tally_before";

    /** By date, so that what is asked for together lies together. One whose date changes meanwhile waits as any that changes. */
    private static final String BEFORE = """
            SELECT article_id, dated_at::text AS dated_at FROM article
            WHERE (dated_at, article_id) > ((SELECT dated_at FROM tally_before), (SELECT article_id FROM tally_before))
            ORDER BY dated_at, article_id LIMIT ?
            """;

    private static final String REACHED = "UPDATE tally_before SET dated_at = ?::timestamptz, article_id = ?";

    private static final String ALL_REACHED = "UPDATE tally_before SET done = true";

    private final Jdbi jdbi;

    Tally(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "counts";
    }

    /** A question counts for itself what waits. */
    @Override
    public boolean isBesideOthers() {
        return true;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** @throws org.jdbi.v3.core.JdbiException if the database is away */
    @Override
    @Transactional
    public int settle(int most) {
        return jdbi.withHandle(handle -> SoleSettler.isFree(handle, LOCK) ? settle(handle, most) : 0);
    }

    private static int settle(Handle handle, int most) {
        Map<Long, UUID> waiting = handle.select(WAITING, most)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("no", Long.class), row -> row.getColumn("article_id", UUID.class)));
        if (!waiting.isEmpty()) {
            count(handle, new TreeSet<>(waiting.values()));
            handle.createUpdate(TAKE).bindArray(0, Long.class, waiting.keySet()).execute();
        }
        return isComplete(handle)
                ? waiting.size()
                : Math.min(most, waiting.size() + countBefore(handle, Math.max(LEAST_BEFORE, most - waiting.size())));
    }

    private static int countBefore(Handle handle, int most) {
        record Place(UUID articleId, String datedAt) {}
        List<Place> next = handle.select(BEFORE, most)
                .map(row -> new Place(row.getColumn("article_id", UUID.class), row.getColumn("dated_at", String.class)))
                .list();
        if (next.isEmpty()) {
            handle.execute(ALL_REACHED);
            return 0;
        }
        count(handle, next.stream().map(Place::articleId).toList());
        handle.execute(REACHED, next.getLast().datedAt(), next.getLast().articleId());
        return next.size();
    }

    private static void count(Handle handle, Collection<UUID> articles) {
        PreparedBatch forget = handle.prepareBatch(FORGET);
        handle.createQuery(COUNT)
                .bindArray(0, UUID.class, articles)
                .bindArray(1, UUID.class, articles)
                .map(row -> forget.add(
                        row.getColumn("span", String.class),
                        row.getColumn("role", String.class),
                        row.getColumn("site", String.class),
                        row.getColumn("start", String.class),
                        row.getColumn("key", UUID.class)))
                .list();
        forget.execute();
    }

    /** Whether questions may count on it: {@code done}. */
    static Sql answers() {
        return new Sql().add(ANSWERS, MOST_WAITING);
    }

    private static boolean isComplete(Handle handle) {
        return handle.select(IS_COMPLETE).mapTo(Boolean.class).one();
    }
}
