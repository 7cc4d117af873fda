package org.onrecord.scraper.frontier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.scraper.database.Database;
import org.onrecord.scraper.database.DatabaseAwayException;
import org.onrecord.scraper.fetch.HostKey;

import static org.onrecord.scraper.database.Database.prepared;
import static org.onrecord.scraper.database.Database.update;

/**
 * What is to be fetched, in the database: shared by all replicas, and still there after a restart. Times are the database's,
 * so that the clocks of the replicas do not matter. Thread-safe; every call is one transaction.
 */
@ApplicationScoped
public class Frontier {
    /** Hosts in their order, so that two transactions do not wait for one another. */
    private static final String READY = """
            INSERT INTO host (name, ready_at) SELECT DISTINCT host, now() FROM added ORDER BY host
            ON CONFLICT (name) DO UPDATE
            SET ready_at = least(coalesce(host.ready_at, 'infinity'), greatest(host.next_allowed_at, now()))
            WHERE host.lease IS NULL""";

    /** How hosts did when they were asked last; each has a line of its own. */
    enum Standing {
        WELL("failures = 0"),
        TROUBLED("failures > 0");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }
    }

    private final Database database;

    Frontier(Database database) {
        this.database = database;
    }

    /**
     * Puts a request at the end of its host's queue; one that waits already stays where it is, and one that came to its end
     * lately is not made again.
     *
     * @throws DatabaseAwayException if the database did not take it
     * @throws IllegalArgumentException if it never will, since the URL has characters that no row can hold
     */
    public void add(NewRequest request) {
        database.transaction(connection -> {
            add(connection, List.of(request));
            return null;
        });
    }

    /** The same for many, as a part of a transaction that is somebody else's. */
    public void add(Connection connection, List<NewRequest> requests) throws SQLException {
        if (requests.isEmpty()) {
            return;
        }
        Object ids = connection.createArrayOf(
                "uuid", requests.stream().map(NewRequest::requestId).toArray());
        Object urls = connection.createArrayOf(
                "text", requests.stream().map(NewRequest::url).toArray());
        Object hosts = connection.createArrayOf(
                "text",
                requests.stream().map(request -> HostKey.of(request.url())).toArray());
        Object traces = connection.createArrayOf(
                "text",
                requests.stream()
                        .map(request -> request.traceparent().orElse(null))
                        .toArray());
        update(connection, """
                WITH added AS (
                    INSERT INTO fetch_request (request_id, url, host, traceparent, due_at)
                    SELECT id, request.url, request.host, request.traceparent, now()
                    FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS request (id, url, host, traceparent)
                    WHERE NOT EXISTS (SELECT FROM done_request WHERE request_id = id)
                    ON CONFLICT DO NOTHING
                    RETURNING host)
                """ + READY, ids, urls, hosts, traces);
    }

    /**
     * Has a channel polled from now on, again and again until its row goes; as a part of a transaction that is somebody
     * else's. One that is polled already is polled now.
     */
    public void poll(Connection connection, UUID channel, String url) throws SQLException {
        update(connection, """
                WITH added AS (
                    INSERT INTO fetch_request (request_id, url, host, due_at, channel_id)
                    VALUES (?, ?, ?, now(), ?)
                    ON CONFLICT (request_id) DO UPDATE SET due_at = now()
                    RETURNING host)
                """ + READY, channel, url, HostKey.of(url), channel);
    }

    /** Leases hosts that may be asked now and have something to be asked for; those that are nobody else's. */
    List<HostLease> lease(Standing standing, int most, Duration term) {
        return database.statement(connection -> {
            List<HostLease> leases = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE host SET lease = gen_random_uuid(), leased_until = now() + t.term, ready_at = now() + t.term
                    FROM (SELECT ? * interval '1 ms' AS term) AS t
                    WHERE name IN (
                        SELECT name FROM host
                        WHERE ready_at IS NOT NULL AND %s AND ready_at <= now()
                            AND (leased_until IS NULL OR leased_until <= now())
                        ORDER BY ready_at LIMIT ?
                        FOR UPDATE SKIP LOCKED)
                    RETURNING lease, name, failures""".formatted(standing.condition))) {
                statement.setLong(1, term.toMillis());
                statement.setInt(2, most);
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    leases.add(new HostLease(rows.getObject(1, UUID.class), rows.getString(2), rows.getInt(3)));
                }
            }
            return leases;
        });
    }

    /** Leases one host, whether anything of it waits or not; empty if it is another's, or must be left alone now. */
    Optional<HostLease> lease(String host, Duration term) {
        return database.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO host (name, lease, leased_until, ready_at)
                    SELECT ?, gen_random_uuid(), now() + t.term, now() + t.term
                    FROM (SELECT ? * interval '1 ms' AS term) AS t
                    ON CONFLICT (name) DO UPDATE
                    SET lease = excluded.lease, leased_until = excluded.leased_until, ready_at = excluded.ready_at
                    WHERE (host.lease IS NULL OR host.leased_until <= now()) AND host.next_allowed_at <= now()
                    RETURNING lease, name, failures""")) {
                statement.setString(1, host);
                statement.setLong(2, term.toMillis());
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new HostLease(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                        : Optional.empty();
            }
        });
    }

    /** Keeps leases from running out while their work goes on. */
    void renew(Collection<UUID> leases, Duration term) {
        database.statement(connection -> update(
                connection, """
                UPDATE host SET leased_until = now() + ? * interval '1 ms', ready_at = now() + ? * interval '1 ms'
                WHERE lease = ANY (?)""", term.toMillis(), term.toMillis(), connection.createArrayOf("uuid", leases.toArray())));
    }

    /** How long it is until a host may be asked that nobody leases; empty if nothing waits. */
    Optional<Duration> untilReady(Standing standing) {
        return database.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT extract(epoch FROM min(ready_at) - now()) * 1000
                    FROM host WHERE ready_at IS NOT NULL AND %s""".formatted(standing.condition))) {
                ResultSet row = statement.executeQuery();
                row.next();
                double milliseconds = row.getDouble(1);
                return row.wasNull()
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis((long) Math.ceil(milliseconds)));
            }
        });
    }

    /** The host's request whose turn it is; empty if none is due, or if the lease has gone to another. */
    Optional<QueuedRequest> next(HostLease lease) {
        return database.inTurn(() -> database.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT request_id, url, attempts, channel_id, traceparent FROM fetch_request JOIN host ON name = fetch_request.host
                    WHERE name = ? AND lease = ? AND due_at <= now() ORDER BY due_at, position LIMIT 1""")) {
                statement.setString(1, lease.host());
                statement.setObject(2, lease.id());
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new QueuedRequest(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getInt(3),
                                Optional.ofNullable(row.getObject(4, UUID.class)),
                                Optional.ofNullable(row.getString(5))))
                        : Optional.empty();
            }
        }));
    }

    /** Takes out a request of which everything that became of it is published. */
    void done(QueuedRequest request) {
        database.inTurn(() -> database.statement(connection -> update(connection, """
                WITH done AS (DELETE FROM fetch_request WHERE request_id = ? RETURNING request_id)
                INSERT INTO done_request (request_id) SELECT request_id FROM done ON CONFLICT DO NOTHING""", request.requestId())));
    }

    /** Forgets requests that came to their end longer ago than this. */
    void forgetDone(Duration age) {
        database.statement(connection -> update(
                connection, "DELETE FROM done_request WHERE done_at < now() - ? * interval '1 ms'", age.toMillis()));
    }

    /**
     * Puts a request off.
     *
     * @param attempts how many of its attempts failed by its site's fault
     */
    void putOff(QueuedRequest request, Duration wait, int attempts) {
        database.inTurn(() -> database.statement(connection -> update(
                connection,
                "UPDATE fetch_request SET attempts = ?, due_at = now() + ? * interval '1 ms' WHERE request_id = ?",
                attempts,
                wait.toMillis(),
                request.requestId())));
    }

    /**
     * Gives a host back.
     *
     * @param pause how long it must not be asked
     * @param failures how often in a row it has been in trouble
     */
    void release(HostLease lease, Duration pause, int failures) {
        database.inTurn(() -> database.transaction(connection -> {
            // Locked by a statement of its own, so that the next one sees the requests that were added before.
            query(connection, "SELECT 1 FROM host WHERE name = ? FOR UPDATE", lease.host());
            return update(connection, """
                    UPDATE host SET
                        lease = NULL, leased_until = NULL, failures = ?,
                        next_allowed_at = now() + ? * interval '1 ms',
                        ready_at = (SELECT greatest(min(due_at), now() + ? * interval '1 ms')
                                    FROM fetch_request WHERE fetch_request.host = name HAVING count(*) > 0)
                    WHERE name = ? AND lease = ?""", failures, pause.toMillis(), pause.toMillis(), lease.host(), lease.id());
        }));
    }

    private static long query(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
