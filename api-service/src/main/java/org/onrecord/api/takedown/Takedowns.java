package org.onrecord.api.takedown;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.database.FailedQueryException;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.utterance.UtteranceStore;

/** Takes articles out of the tables. Thread-safe. */
@ApplicationScoped
public class Takedowns {

    private static final String LOCK =
            "SELECT version IS NOT NULL OR taken_down_at IS NOT NULL FROM article WHERE article_id = ? FOR UPDATE";

    private static final String FORGET_STREAM =
            "DELETE FROM quote_log WHERE quote_id IN (SELECT quote_id FROM quote WHERE article_id = ?)";

    /** Of the newest request that led to it, so that its trace ends so. */
    private static final String TELL = """
            INSERT INTO outcome (outcome_id, request_id, url, url_key, article_id, stage, reason, detail, at)
            SELECT md5('taken-down' || article_id)::uuid, request_id, url, url_key, article_id, 'store', 'taken-down',
                ?, now()
            FROM outcome WHERE article_id = ? ORDER BY at DESC LIMIT 1
            ON CONFLICT (outcome_id) DO NOTHING
            """;

    private static final String CLOSE = """
            UPDATE article SET version = NULL, extractor = NULL, analysis_id = NULL, url = NULL, site = NULL,
                title = NULL, language = NULL, published_at = NULL, search = NULL, etag = NULL, fingerprint = NULL,
                taken_down_at = coalesce(taken_down_at, now()), takedown_reason = coalesce(?, takedown_reason)
            WHERE article_id = ?
            """;

    private final DataSource database;

    Takedowns(DataSource database) {
        this.database = database;
    }

    /**
     * Takes an article out of every table, but for its id and addresses, by which it is kept out. May be repeated.
     *
     * @return the addresses that led to it; empty if there is no such article
     * @throws FailedQueryException if the database is away; nothing is changed then
     */
    @Transactional
    public Optional<List<String>> take(UUID articleId, @Nullable String reason) {
        try (Connection connection = database.getConnection()) {
            if (!isThere(connection, articleId)) {
                return Optional.empty();
            }
            run(connection, FORGET_STREAM, articleId);
            PeopleStore.awaitSettling(connection, articleId);
            UtteranceStore.awaitSettling(connection, articleId);
            for (String table : List.of("analysis", "article_version", "observation")) {
                run(connection, "DELETE FROM " + table + " WHERE article_id = ?", articleId);
            }
            run(connection, TELL, reason, articleId);
            run(connection, CLOSE, reason, articleId);
            return Optional.of(urls(connection, articleId));
        } catch (SQLException e) {
            throw new FailedQueryException(e);
        }
    }

    /** Whether an article was taken down. */
    public boolean covers(UUID articleId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT 1 FROM article WHERE article_id = ? AND taken_down_at IS NOT NULL")) {
            query.setObject(1, articleId);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new FailedQueryException(e);
        }
    }

    private static boolean isThere(Connection connection, UUID articleId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, articleId);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static List<String> urls(Connection connection, UUID articleId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT url FROM article_url WHERE article_id = ? ORDER BY url")) {
            query.setObject(1, articleId);
            try (ResultSet rows = query.executeQuery()) {
                List<String> urls = new ArrayList<>();
                while (rows.next()) {
                    urls.add(rows.getString(1));
                }
                return urls;
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
