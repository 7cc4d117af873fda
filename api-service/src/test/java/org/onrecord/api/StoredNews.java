package org.onrecord.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.trace.UrlKey;

/** Fills the tables with articles of one sentence each, as the ingest leaves them. */
public final class StoredNews {

    public static final Instant FETCHED = Instant.parse("2026-02-03T10:15:30.123456Z");

    private static final String TABLES = "article, article_url, observation, article_version, analysis, entity,"
            + " entity_name, mention, quote, quote_name, quote_about, outcome_by_month, request, quote_log_by_day,"
            + " surname_waiting, surname_settled, entity_moved, wording, wording_waiting,"
            + " article_waiting, known_name, saved_search, alert, alert_told, delivery, review, quote_aside";

    private static final String DEADLOCK = "40P01";

    private final DataSource database;

    public StoredNews(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            truncate(statement);
        }
    }

    /** Again where somebody settles what an earlier test stored, and the database ended this for it. */
    private static void truncate(Statement statement) throws SQLException {
        for (int left = 5; ; left--) {
            try {
                statement.execute("TRUNCATE " + TABLES + " CASCADE");
                return;
            } catch (SQLException e) {
                if (left == 0 || !DEADLOCK.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static UUID entityId(String type, String name) {
        return id(type + ":" + NameKey.of(name));
    }

    /** An article that says: {@code “WORDS,” SPEAKER said of ABOUT.} */
    public UUID store(String path, String publishedAt, String speaker, String words, String about) throws SQLException {
        UUID articleId = id(path);
        Instant published = publishedAt == null ? null : Instant.parse(publishedAt);
        Instant dated = published == null ? FETCHED : published;
        UUID analysisId = id("analysis " + path);
        String quoted = "“" + words + ",”";
        String text = quoted + " " + speaker + " said of " + about + ".";
        String url = "https://news.example.org" + path;
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    """
                    INSERT INTO article VALUES (?, ?, ?, 'v1', 'onrecord-extract/1', ?, ?, 'example.org', ?, 'en', ?, ?,
                        to_tsvector('english', ?), 'e1')""",
                    articleId,
                    FETCHED,
                    FETCHED,
                    analysisId,
                    url,
                    "On " + about,
                    published,
                    dated,
                    "On " + about + " " + text);
            update(connection, "INSERT INTO article_url VALUES (?, ?, ?)", articleId, UrlKey.of(url), url);
            update(connection, """
                    INSERT INTO article_version VALUES (?, 'v1', 'onrecord-extract/1', ?, 'd', ?, ?, 'example.org',
                        'The News', ?, '["Ann Lee"]', ?, NULL, 'World', 'en', NULL, ?,
                        '[{"kind": "paragraph", "start": 0, "end": 10}]',
                        '[{"reason": "newsletter-prompt", "text": "Sign up", "source": {"start": 3, "end": 10}}]',
                        '{"title": "json-ld"}', NULL)""", articleId, FETCHED, url, url, "On " + about, published, text);
            update(
                    connection,
                    "INSERT INTO analysis VALUES (?, ?, 'v1', 'onrecord-extract/1', 'onrecord-nlp/1', ?, ?, 'd', '[]')",
                    analysisId,
                    articleId,
                    FETCHED,
                    FETCHED);
            entity(connection, analysisId, 0, "person", speaker, "[\"Senator\"]");
            name(connection, analysisId, 0, speaker.substring(speaker.lastIndexOf(' ') + 1));
            entity(connection, analysisId, 1, "place", about, "[]");
            int start = quoted.length() + 1;
            update(
                    connection,
                    "INSERT INTO mention VALUES (?, 0, 0, 'name', 'text', ?, ?, ?)",
                    analysisId,
                    start,
                    start + speaker.length(),
                    speaker);
            update(
                    connection,
                    """
                    INSERT INTO quote VALUES (?, ?, ?, 0, 'direct', ?, ?::jsonb, ?::jsonb, ?::jsonb, 0, 0.9, 'cue-after',
                        ?::jsonb, to_tsvector('english', ?), true, ?)""",
                    analysisId,
                    id("quote " + path),
                    articleId,
                    quoted,
                    "[" + span(0, quoted.length()) + "]",
                    "{\"span\": " + span(start, start + 4) + ", \"surface\": \"said\"}",
                    "{\"span\": " + span(start, start + speaker.length()) + ", \"surface\": \"" + speaker
                            + "\", \"name\": \"" + speaker + "\", \"entityId\": \"" + entityId("person", speaker)
                            + "\", \"roles\": [\"Senator\"]}",
                    "{\"field\": \"text\", \"start\": 0, \"end\": " + text.length() + ", \"text\": \"" + text + "\"}",
                    quoted,
                    dated);
            for (String key : new String[] {
                NameKey.of(speaker),
                NameKey.of(speaker.substring(speaker.lastIndexOf(' ') + 1)),
                entityId("person", speaker).toString()
            }) {
                name(connection, analysisId, path, "speaker", key, dated);
            }
            for (String key :
                    new String[] {NameKey.of(about), entityId("place", about).toString()}) {
                name(connection, analysisId, path, "about", key, dated);
            }
            update(connection, "INSERT INTO quote_about VALUES (?, ?, 1, 'context')", analysisId, id("quote " + path));
        }
        return articleId;
    }

    /** An outcome of a request for a URL. */
    public void outcome(UUID requestId, String url, UUID articleId, String stage, String reason, String at)
            throws SQLException {
        run(
                "INSERT INTO outcome_by_month VALUES (?, ?, ?, ?, ?, NULL, ?, ?, NULL, ?)",
                id(requestId + stage + reason),
                requestId,
                url,
                UrlKey.of(url),
                articleId,
                stage,
                reason,
                Instant.parse(at));
    }

    /** A request that this service took. */
    public void request(UUID requestId, String url, String at) throws SQLException {
        run("INSERT INTO request VALUES (?, ?, ?, 'url', ?)", requestId, url, UrlKey.of(url), Instant.parse(at));
    }

    /** Changes rows as a test needs it. */
    public void run(String sql, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(connection, sql, arguments);
        }
    }

    /** So many quotes, and such long ones, that their export does not fit into what lies between the service and its reader. */
    public void moreQuotesThanBuffersTake() throws SQLException {
        store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions with them", "Iran");
        run("""
                INSERT INTO quote (analysis_id, quote_id, article_id, quote_no, kind, text, spans, cue, speaker,
                    speaker_no, confidence, rule, context, search, current, dated_at)
                SELECT analysis_id, md5(i::text)::uuid, article_id, i, kind, repeat(text, 50), spans, cue, speaker,
                    speaker_no, confidence, rule, context, search, current, dated_at
                FROM quote, generate_series(1, 8000) AS i""");
    }

    /** How many rows a table has. */
    public int count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void entity(
            Connection connection, UUID analysisId, int number, String type, String name, String roles)
            throws SQLException {
        update(
                connection,
                "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, '[]', ?::jsonb, 1)",
                analysisId,
                number,
                entityId(type, name),
                type,
                name,
                NameKey.of(name),
                roles);
        name(connection, analysisId, number, name);
    }

    private static void name(Connection connection, UUID analysisId, int number, String name) throws SQLException {
        update(connection, "INSERT INTO entity_name VALUES (?, ?, ?)", analysisId, number, NameKey.of(name));
        update(connection, "INSERT INTO known_name VALUES (?) ON CONFLICT DO NOTHING", NameKey.of(name));
    }

    private static String span(int start, int end) {
        return "{\"field\": \"text\", \"start\": " + start + ", \"end\": " + end + "}";
    }

    private static void update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(
                        i + 1,
                        arguments[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : arguments[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void name(
            Connection connection, UUID analysisId, String path, String role, String key, Instant dated)
            throws SQLException {
        update(
                connection,
                "INSERT INTO quote_name VALUES (?, ?, ?, ?, true, ?) ON CONFLICT DO NOTHING",
                analysisId,
                id("quote " + path),
                role,
                key,
                dated);
    }
}
