package org.onrecord.api.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.onrecord.api.database.WireName;
import org.onrecord.api.trace.UrlKey;
import org.onrecord.contracts.Outcome;

/** Keeps outcomes, each once: of an outcome told twice the first time counts. Thread-safe. */
@ApplicationScoped
class OutcomeStore {
    private static final String UPSERT = """
            INSERT INTO outcome (outcome_id, request_id, url, url_key, article_id, version, stage, reason, detail, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (outcome_id) DO UPDATE SET at = excluded.at, detail = excluded.detail
            WHERE (excluded.at, coalesce(excluded.detail, '')) < (outcome.at, coalesce(outcome.detail, ''))
            """;

    private final DataSource database;

    OutcomeStore(DataSource database) {
        this.database = database;
    }

    /**
     * @return whether it was new, or earlier than what was kept
     * @throws StorageException if the database refuses or is away; nothing is stored then
     */
    @Transactional
    boolean store(Outcome outcome) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, outcome.outcomeId());
            upsert.setObject(2, outcome.requestId());
            upsert.setString(3, outcome.url());
            upsert.setObject(4, outcome.url() == null ? null : UrlKey.of(outcome.url()));
            upsert.setObject(5, outcome.articleId());
            upsert.setString(6, outcome.version());
            upsert.setString(7, WireName.of(outcome.stage()));
            upsert.setString(8, WireName.of(outcome.reason()));
            upsert.setString(9, outcome.detail());
            upsert.setTimestamp(10, Timestamp.from(outcome.at()));
            return upsert.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
