package org.onrecord.scraper.archive;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

import org.onrecord.database.Turns;

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

    private final Jdbi jdbi;
    private final Turns turns = Turns.of(AT_ONCE);

    CaptureIndex(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds all or none. */
    void add(List<Entry> entries) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            for (Entry entry : entries) {
                batch.add(
                        entry.capture().recordId(),
                        entry.capture().url().toString(),
                        entry.capture().fetchedAt(),
                        entry.digest(),
                        entry.refersTo().orElse(null),
                        entry.place().file(),
                        entry.place().offset());
            }
            batch.execute();
        });
    }

    /** An earlier capture of the URL that has this very payload. */
    Optional<Capture> withPayload(URI url, byte[] digest) {
        return turns.take(() -> jdbi.withHandle(handle -> handle.select(WITH_PAYLOAD, url.toString(), digest)
                .map(row -> capture(row))
                .findOne()));
    }

    /** Every capture of some URLs. */
    List<Placed> of(List<String> urls) {
        return jdbi.withHandle(handle -> handle.select(OF_URL)
                .bindArray(0, String.class, urls)
                .map(row -> new Placed(capture(row), place(row)))
                .list());
    }

    /** Forgets every capture of some URLs. */
    void forget(List<String> urls) {
        jdbi.useHandle(handle ->
                handle.createUpdate(FORGET).bindArray(0, String.class, urls).execute());
    }

    /** Where the record lies that has a record's body: itself, or what it revisits; empty for one that is not there. */
    Optional<Place> place(UUID recordId) {
        return jdbi.withHandle(
                handle -> handle.select(PLACE, recordId).map(row -> place(row)).findOne());
    }

    private static Capture capture(RowView row) {
        return new Capture(
                row.getColumn("record_id", UUID.class),
                URI.create(row.getColumn("url", String.class)),
                row.getColumn("fetched_at", Instant.class));
    }

    private static Place place(RowView row) {
        return new Place(row.getColumn("file", String.class), row.getColumn("byte_offset", Long.class));
    }
}
