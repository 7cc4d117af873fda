package org.onrecord.benchmarks.answering;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.onrecord.local.server.EmbeddedPostgresql;

/**
 * Fills the API's tables with made-up news: for each article five quotes, eight mentions and four entities, one entity in
 * five articles' number, skewed as in real news: a few speak all the time. The rows are those that the ingest writes.
 */
final class NewsGenerator {

    private static final int AT_ONCE = 10_000;
    private static final String PLAIN_INDEXES = """
            SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition
                AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)""";

    /** Words for full text, so that a search finds some and not all. */
    private static final String WORDS = """
            CREATE OR REPLACE FUNCTION pg_temp.words(seed bigint, many int) RETURNS text LANGUAGE sql AS $$
                SELECT string_agg((ARRAY['harbour','council','talks','budget','election','minister','strike','treaty','border',
                    'energy','school','hospital','court','police','climate','market','railway','bridge','water','housing',
                    'trade','army','peace','vote','law','tax','union','farm','coast','island'])[1 + abs(hashint8(seed * 31 + n)) % 30]
                    || CASE WHEN n % 7 = 0 THEN ' ' || (abs(hashint8(seed * 17 + n)) % 5000)::text ELSE '' END, ' ')
                FROM generate_series(1, many) AS n
            $$""";

    /** The number of an entity, of the skew that a cube of a uniform number has. */
    private static final String ENTITY =
            "(floor(:entities * power(abs(hashint8(%s) %% 1000003) / 1000003.0, 3)))::bigint";

    private static final List<String> ROWS = List.of(
            """
            CREATE TEMP TABLE batch AS
            SELECT i, md5('article' || i)::uuid AS article, md5('analysis' || i)::uuid AS analysis,
                timestamptz '2014-01-01' + (i * 7919 %% 4000000) * interval '1 minute' AS at,
                'site' || i %% 500 || '.example' AS site
            FROM generate_series(:from::bigint, :to) AS i""",
            """
            INSERT INTO article SELECT article, at, at, 'v1', 'onrecord-extract/1', analysis, 'https://' || site || '/' || i,
                site, pg_temp.words(i, 8), 'en', at, at, to_tsvector('english', pg_temp.words(i, 60)), md5(i::text)
            FROM batch""",
            """
            INSERT INTO article_version SELECT article, 'v1', 'onrecord-extract/1', at, md5(i::text),
                'https://' || site || '/' || i, 'https://' || site || '/' || i, site, site, pg_temp.words(i, 8), '["Ann Lee"]',
                at, NULL, 'World', 'en', NULL, pg_temp.words(i, 400), '[{"kind": "paragraph", "start": 0, "end": 10}]', '[]',
                '{"title": "json-ld"}', NULL
            FROM batch""",
            "INSERT INTO analysis SELECT analysis, article, 'v1', 'onrecord-extract/1', 'onrecord-nlp/1', at, at, md5(i::text), '[]' FROM batch",
            """
            CREATE TEMP TABLE named AS
            SELECT i, analysis, no, CASE WHEN no < 2 THEN 'person' WHEN no = 2 THEN 'organisation' ELSE 'place' END AS type,
                @ENTITY@ AS number
            FROM batch, generate_series(0, 3) AS no""",
            """
            INSERT INTO entity SELECT analysis, no, md5(type || number)::uuid, type, 'Name ' || number, 'name ' || number,
                '[]', CASE WHEN no = 0 THEN '["minister"]'::jsonb ELSE '[]' END, 2
            FROM named""",
            """
            INSERT INTO entity_name SELECT analysis, no, key FROM named,
                LATERAL (VALUES ('name ' || number), (number::text)) AS keys (key)""",
            """
            INSERT INTO known_name SELECT DISTINCT key FROM named,
                LATERAL (VALUES ('name ' || number), (number::text)) AS keys (key)
            ON CONFLICT DO NOTHING""",
            """
            UPDATE analysis SET mentions = found.mentions
            FROM (SELECT analysis, jsonb_agg(jsonb_build_array(no, 'name', 'text', no * 20 + n, no * 20 + n + 8, 'Name ' || number)
                        ORDER BY no, n) AS mentions
                FROM named, generate_series(0, 1) AS n GROUP BY analysis) AS found
            WHERE analysis_id = found.analysis""",
            """
            INSERT INTO quote SELECT b.analysis, md5('quote' || b.i || '/' || q)::uuid, b.article, q,
                (ARRAY['direct', 'mixed', 'indirect'])[1 + q %% 3], '“' || pg_temp.words(b.i * 5 + q, 18) || '”',
                '[{"field": "text", "start": 0, "end": 60}]', '{"span": {"field": "text", "start": 61, "end": 65}, "surface": "said"}',
                jsonb_build_object('surface', 'Name ' || n.number, 'span', '{"field": "text", "start": 66, "end": 74}'::jsonb,
                    'name', 'Name ' || n.number, 'entityId', md5(n.type || n.number)::uuid, 'roles', '["minister"]'::jsonb),
                n.no, 0.5 + q * 0.1, 'after-cue',
                jsonb_build_object('field', 'text', 'start', 0, 'end', 200, 'text', pg_temp.words(b.i * 5 + q, 30)),
                to_tsvector('english', pg_temp.words(b.i * 5 + q, 18)), true, b.at
            FROM batch b CROSS JOIN generate_series(0, 4) AS q JOIN named n ON n.i = b.i AND n.no = q %% 2""",
            """
            INSERT INTO quote_name SELECT q.analysis_id, q.quote_id, 'speaker', keys.key, true, b.at
            FROM batch b JOIN quote q ON q.analysis_id = b.analysis JOIN named n ON n.i = b.i AND n.no = q.speaker_no,
                LATERAL (VALUES ('name ' || n.number), (n.number::text), (md5(n.type || n.number)::uuid::text)) AS keys (key)""",
            """
            INSERT INTO quote_name SELECT q.analysis_id, q.quote_id, 'about', keys.key, true, b.at
            FROM batch b JOIN quote q ON q.analysis_id = b.analysis JOIN named n ON n.i = b.i AND n.no <> q.speaker_no,
                LATERAL (VALUES ('name ' || n.number), (n.number::text), (md5(n.type || n.number)::uuid::text)) AS keys (key)
            WHERE n.no >= 2 OR q.quote_no = 0
            ON CONFLICT DO NOTHING""",
            """
            INSERT INTO quote_about SELECT q.analysis_id, q.quote_id, n.no, 'quote'
            FROM batch b JOIN quote q ON q.analysis_id = b.analysis JOIN named n ON n.i = b.i AND n.no <> q.speaker_no
            WHERE n.no >= 2 OR q.quote_no = 0""",
            "DROP TABLE batch, named");

    private NewsGenerator() {}

    /** How many entities there are among so many articles. */
    static int entities(int articles) {
        return Math.max(10, articles / 5);
    }

    /**
     * Fills empty tables over several connections, makes their indexes anew when all rows are there, and waits until the API, which
     * has to run, has counted them; prints how far it is.
     */
    static void fill(EmbeddedPostgresql postgresql, int articles) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        try (Connection connection = connection(postgresql);
                Statement statement = connection.createStatement()) {
            List<String> indexes = new ArrayList<>();
            try (ResultSet index = statement.executeQuery(PLAIN_INDEXES)) {
                while (index.next()) {
                    indexes.add(index.getString(1));
                }
            }
            for (String index : indexes) {
                statement.execute("DROP INDEX " + index.split(" ")[index.startsWith("CREATE UNIQUE") ? 3 : 2]);
            }
            insert(postgresql, articles, start);
            statement.execute("SET maintenance_work_mem = '1GB'");
            for (String index : indexes) {
                System.err.printf(Locale.ROOT, "after %.0f s %s%n", seconds(start), index);
                statement.execute(index);
            }
            statement.execute("VACUUM ANALYZE");
            System.err.printf(Locale.ROOT, "after %.0f s the quotes are counted%n", seconds(start));
            statement.execute("UPDATE tally_before SET done = false");
            awaitCounts(statement);
            statement.execute("CHECKPOINT");
        }
        System.out.printf(
                Locale.ROOT, "filled with %d articles, %d quotes in %.0f s%n", articles, articles * 5, seconds(start));
    }

    /** No trigger told the API of these rows: it counts them as those of before there were counts. */
    private static void awaitCounts(Statement statement) throws SQLException, InterruptedException {
        while (true) {
            try (ResultSet counts = statement.executeQuery("SELECT done FROM tally_before")) {
                counts.next();
                if (counts.getBoolean(1)) {
                    return;
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void insert(EmbeddedPostgresql postgresql, int articles, long start) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(1);
        Queue<SQLException> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> Thread.ofPlatform().start(() -> {
                    try (Connection connection = connection(postgresql);
                            Statement settings = connection.createStatement()) {
                        settings.execute("SET synchronous_commit = off");
                        settings.execute("SET work_mem = '128MB'");
                        // The rows agree with each other by their making: nothing has to look them up.
                        settings.execute("SET session_replication_role = replica");
                        settings.execute(WORDS);
                        int from;
                        while (failures.isEmpty() && (from = next.getAndAdd(AT_ONCE)) <= articles) {
                            insert(connection, from, Math.min(articles, from + AT_ONCE - 1), entities(articles));
                            System.err.printf(Locale.ROOT, "articles from %d after %.0f s%n", from, seconds(start));
                        }
                    } catch (SQLException e) {
                        failures.add(e);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("not filled", failures.remove());
        }
    }

    private static Connection connection(EmbeddedPostgresql postgresql) throws SQLException {
        return DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
    }

    private static void insert(Connection connection, int from, int to, int entities) throws SQLException {
        for (String rows : ROWS) {
            String sql = rows.replace("@ENTITY@", ENTITY.formatted("i * 4 + no").replace(":entities", "" + entities))
                    .replace(":from", "" + from)
                    .replace(":to", "" + to)
                    .replace("%%", "%");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        }
    }
}
