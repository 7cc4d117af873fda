package org.onrecord.scraper.archive;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** From record ids and URLs to places in the archive. Thread-safe. */
@ApplicationScoped
class CaptureIndex {

    private static final String ADD = """
            INSERT INTO capture (record_id, url, fetched_at, payload_digest, refers_to, file, byte_offset)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String WITH_PAYLOAD = """
            SELECT record_id, url, fetched_at FROM capture
            WHERE url = ? AND payload_digest = ? AND refers_to IS NULL ORDER BY fetched_at DESC LIMIT 1
            """;

    private static final String PLACE = """
            SELECT body.file, body.byte_offset
            FROM capture JOIN capture AS body ON body.record_id = coalesce(capture.refers_to, capture.record_id)
            WHERE capture.record_id = ?
            """;

    private static final String OF_URL =
            "SELECT record_id, url, fetched_at, file, byte_offset FROM capture WHERE url = ANY (?)";

    private static final String FORGET = "DELETE FROM capture WHERE url = ANY (?)";

    /** A capture and where its own record lies. */
    record Placed(Capture capture, Place place) {}

    /** Where a record begins. */
    record Place(String file, long offset) {}

    /** A line of the index. */
    record Entry(Capture capture, byte[] digest, Optional<UUID> refersTo, Place place) {}

    /** Questions at the same time: many pages wait to be kept, and the pool's connections are wanted elsewhere too. */
    private static final int AT_ONCE = 4;

    private final DataSource database;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    CaptureIndex(DataSource database) {
        this.database = database;
    }

    /** Adds all or none. */
    void add(List<Entry> entries) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                for (Entry entry : entries) {
                    set(statement, entry);
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void set(PreparedStatement statement, Entry entry) throws SQLException {
        statement.setObject(1, entry.capture().recordId());
        statement.setString(2, entry.capture().url().toString());
        statement.setTimestamp(3, Timestamp.from(entry.capture().fetchedAt()));
        statement.setBytes(4, entry.digest());
        statement.setObject(5, entry.refersTo().orElse(null));
        statement.setString(6, entry.place().file());
        statement.setLong(7, entry.place().offset());
    }

    /** An earlier capture of the URL that has this very payload. */
    Optional<Capture> withPayload(URI url, byte[] digest) throws SQLException {
        turns.acquireUninterruptibly();
        try {
            return latestWithPayload(url, digest);
        } finally {
            turns.release();
        }
    }

    private Optional<Capture> latestWithPayload(URI url, byte[] digest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(WITH_PAYLOAD)) {
            statement.setString(1, url.toString());
            statement.setBytes(2, digest);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Capture(
                                rows.getObject(1, UUID.class),
                                URI.create(rows.getString(2)),
                                rows.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** Every capture of some URLs. */
    List<Placed> of(List<String> urls) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_URL)) {
            statement.setArray(1, connection.createArrayOf("text", urls.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                List<Placed> found = new ArrayList<>();
                while (rows.next()) {
                    Capture capture = new Capture(
                            rows.getObject(1, UUID.class),
                            URI.create(rows.getString(2)),
                            rows.getTimestamp(3).toInstant());
                    found.add(new Placed(capture, new Place(rows.getString(4), rows.getLong(5))));
                }
                return found;
            }
        }
    }

    /** Forgets every capture of some URLs. */
    void forget(List<String> urls) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("text", urls.toArray()));
            statement.executeUpdate();
        }
    }

    /** Where the record lies that has a record's body: itself, or what it revisits; empty for one that is not there. */
    Optional<Place> place(UUID recordId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setObject(1, recordId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Place(rows.getString(1), rows.getLong(2))) : Optional.empty();
            }
        }
    }
}
