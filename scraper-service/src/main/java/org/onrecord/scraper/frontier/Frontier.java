package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

import org.onrecord.scraper.database.InTurn;
import org.onrecord.scraper.fetch.HostKey;

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

    private static final String LEASE = """
            INSERT INTO host (name, lease, leased_until, ready_at)
            SELECT ?, gen_random_uuid(), now() + t.term, now() + t.term
            FROM (SELECT ? * interval '1 ms' AS term) AS t
            ON CONFLICT (name) DO UPDATE
            SET lease = excluded.lease, leased_until = excluded.leased_until, ready_at = excluded.ready_at
            WHERE (host.lease IS NULL OR host.leased_until <= now()) AND host.next_allowed_at <= now()
            RETURNING lease, name, failures
            """;

    /**
     * Counts the beginning as it hands the request out, since a page that ends the process leaves nobody to count it
     * afterwards. The count need not outlast the database server, so nobody waits for its disk.
     */
    private static final String NEXT = """
            UPDATE fetch_request SET begun = begun + CASE WHEN begun < ? THEN 1 ELSE 0 END
            FROM (SELECT request_id AS id, begun AS before, set_config('synchronous_commit', 'off', true)
                  FROM fetch_request JOIN host ON name = fetch_request.host
                  WHERE name = ? AND lease = ? AND due_at <= now() ORDER BY due_at, position LIMIT 1) AS next
            WHERE request_id = next.id
            RETURNING request_id, url, attempts, next.before, channel_id, traceparent
            """;

    /**
     * Two statements, sent as one and so one transaction: the row is locked by the first, so that the second sees the requests
     * that were added before.
     */
    private static final String RELEASE = """
            SELECT 1 FROM host WHERE name = ? FOR UPDATE;
            UPDATE host SET
                lease = NULL, leased_until = NULL, failures = ?,
                next_allowed_at = now() + ? * interval '1 ms',
                ready_at = (SELECT greatest(min(due_at), now() + ? * interval '1 ms')
                            FROM fetch_request WHERE fetch_request.host = name HAVING count(*) > 0)
            WHERE name = ? AND lease = ?
            """;

    /**
     * A request that was begun as often and came to no end may be what ends the process, or have been beside it by chance. It
     * is read when no other such request is, so that the next end tells the one from the other.
     */
    static final int SUSPECT = 2;

    /** How hosts did when they were asked last; each has a line of its own. */
    enum Standing {
        WELL("failures = 0"),
        TROUBLED("failures > 0");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }
    }

    private final Jdbi jdbi;
    private final InTurn inTurn;

    Frontier(Jdbi jdbi, InTurn inTurn) {
        this.jdbi = jdbi;
        this.inTurn = inTurn;
    }

    /**
     * Puts a request at the end of its host's queue; one that waits already stays where it is, and one that came to its end
     * lately is not made again.
     *
     * @throws org.jdbi.v3.core.JdbiException if the database did not take it; it never will if the URL has characters that no
     *     row can hold
     */
    public void add(NewRequest request) {
        jdbi.useHandle(handle -> add(handle, List.of(request)));
    }

    /** The same for many, as a part of a transaction that is somebody else's. */
    public void add(Handle handle, List<NewRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        handle.execute(
                """
                WITH added AS (
                    INSERT INTO fetch_request (request_id, url, host, traceparent, due_at)
                    SELECT id, request.url, request.host, request.traceparent, now()
                    FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS request (id, url, host, traceparent)
                    WHERE NOT EXISTS (SELECT FROM done_request WHERE request_id = id)
                    ON CONFLICT DO NOTHING
                    RETURNING host)
                """ + READY,
                requests.stream().map(NewRequest::requestId).toArray(UUID[]::new),
                requests.stream().map(NewRequest::url).toArray(String[]::new),
                requests.stream().map(request -> HostKey.of(request.url())).toArray(String[]::new),
                requests.stream()
                        .map(request -> request.traceparent().orElse(null))
                        .toArray(String[]::new));
    }

    /**
     * Has a channel polled from now on, again and again until its row goes; as a part of a transaction that is somebody
     * else's. One that is polled already is polled now.
     */
    public void poll(Handle handle, UUID channel, String url) {
        handle.execute("""
                WITH added AS (
                    INSERT INTO fetch_request (request_id, url, host, due_at, channel_id)
                    VALUES (?, ?, ?, now(), ?)
                    ON CONFLICT (request_id) DO UPDATE SET queued_at = now(), due_at = now()
                    RETURNING host)
                """ + READY, channel, url, HostKey.of(url), channel);
    }

    /** Leases hosts that may be asked now and have something to be asked for; those that are nobody else's. */
    List<HostLease> lease(Standing standing, int most, Duration term) {
        return jdbi.withHandle(handle -> handle.select("""
                        UPDATE host SET lease = gen_random_uuid(), leased_until = now() + t.term, ready_at = now() + t.term
                        FROM (SELECT ? * interval '1 ms' AS term) AS t
                        WHERE name IN (
                            SELECT name FROM host
                            WHERE ready_at IS NOT NULL AND %s AND ready_at <= now()
                                AND (leased_until IS NULL OR leased_until <= now())
                            ORDER BY ready_at LIMIT ?
                            FOR UPDATE SKIP LOCKED)
                        RETURNING lease, name, failures""".formatted(standing.condition), term.toMillis(), most)
                .map(row -> lease(row))
                .list());
    }

    /** Leases one host, whether anything of it waits or not; empty if it is another's, or must be left alone now. */
    Optional<HostLease> lease(String host, Duration term) {
        return jdbi.withHandle(handle -> handle.select(LEASE, host, term.toMillis())
                .map(row -> lease(row))
                .findOne());
    }

    private static HostLease lease(RowView row) {
        return new HostLease(
                row.getColumn("lease", UUID.class),
                row.getColumn("name", String.class),
                row.getColumn("failures", Integer.class));
    }

    /** Keeps leases from running out while their work goes on. */
    void renew(Collection<UUID> leases, Duration term) {
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE host SET leased_until = now() + ? * interval '1 ms', ready_at = now() + ? * interval '1 ms'
                WHERE lease = ANY (?)""", term.toMillis(), term.toMillis(), leases.toArray(UUID[]::new)));
    }

    /** How long it is until a host may be asked that nobody leases; empty if nothing waits. */
    Optional<Duration> untilReady(Standing standing) {
        return jdbi.withHandle(handle -> handle.select("""
                        SELECT extract(epoch FROM min(ready_at) - now()) * 1000 AS wait
                        FROM host WHERE ready_at IS NOT NULL AND %s""".formatted(standing.condition))
                .map(row -> Optional.ofNullable(row.getColumn("wait", Double.class)))
                .one()
                .map(milliseconds -> Duration.ofMillis((long) Math.ceil(milliseconds))));
    }

    /**
     * Begins the host's request whose turn it is: until it is done, put off or given back, it counts as begun. One that was
     * begun {@link #SUSPECT} times is handed out without: see {@link #begin}.
     *
     * @return empty if none is due, or if the lease has gone to another
     */
    Optional<QueuedRequest> next(HostLease lease) {
        return inTurn.withHandle(handle -> handle.select(NEXT, SUSPECT, lease.host(), lease.id())
                .map(row -> new QueuedRequest(
                        row.getColumn("request_id", UUID.class),
                        row.getColumn("url", String.class),
                        row.getColumn("attempts", Integer.class),
                        row.getColumn("before", Integer.class),
                        Optional.ofNullable(row.getColumn("channel_id", UUID.class)),
                        Optional.ofNullable(row.getColumn("traceparent", String.class))))
                .findOne());
    }

    /** Begins a request that is to be read alone, now that it is its turn. */
    void begin(QueuedRequest request) {
        inTurn.withHandle(handle ->
                handle.execute("UPDATE fetch_request SET begun = begun + 1 WHERE request_id = ?", request.requestId()));
    }

    /** Takes a beginning back from each of these: that they came to no end is no fault of theirs. */
    void giveBack(Collection<UUID> requests) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE fetch_request SET begun = greatest(begun - 1, 0) WHERE request_id = ANY (?)",
                (Object) requests.toArray(UUID[]::new)));
    }

    /** Takes out a request of which everything that became of it is published. */
    void done(QueuedRequest request) {
        inTurn.withHandle(handle -> handle.execute("""
                WITH done AS (DELETE FROM fetch_request WHERE request_id = ? RETURNING request_id)
                INSERT INTO done_request (request_id) SELECT request_id FROM done ON CONFLICT DO NOTHING""", request.requestId()));
    }

    /** Forgets requests that came to their end longer ago than this. */
    void forgetDone(Duration age) {
        jdbi.useHandle(handle ->
                handle.execute("DELETE FROM done_request WHERE done_at < now() - ? * interval '1 ms'", age.toMillis()));
    }

    /**
     * Puts a request off.
     *
     * @param attempts how many of its attempts failed by its site's fault
     */
    void putOff(QueuedRequest request, Duration wait, int attempts) {
        inTurn.withHandle(handle -> handle.execute("""
                UPDATE fetch_request SET attempts = ?, begun = 0, queued_at = now(), due_at = now() + ? * interval '1 ms'
                WHERE request_id = ?""", attempts, wait.toMillis(), request.requestId()));
    }

    /** Puts a request off that was not begun now; how often it was counts on. */
    void leaveForLater(QueuedRequest request, Duration wait) {
        inTurn.withHandle(handle -> handle.execute("""
                UPDATE fetch_request SET queued_at = now(), due_at = now() + ? * interval '1 ms'
                WHERE request_id = ?""", wait.toMillis(), request.requestId()));
    }

    /** The database's time. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.select("SELECT clock_timestamp() AS now")
                .map(row -> row.getColumn("now", Instant.class))
                .one());
    }

    /**
     * Brings nearer what was put off by a clock that was ahead, and has been put right since: a request that was queued in the
     * future (column {@code queued_at}) keeps its wait from now on, and of hosts nothing stays that is longer than it can be.
     *
     * @param term of leases; whoever has one renews it
     * @param well the longest that a host is left alone that is not in trouble
     * @param troubled the longest that one in trouble is
     * @return how many requests and hosts were put off by such a clock
     */
    int bringNearer(Duration term, Duration well, Duration troubled) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SELECT 1 FROM host WHERE ready_at > now() ORDER BY name FOR UPDATE");
            int requests = handle.execute("""
                    UPDATE fetch_request SET due_at = due_at - (queued_at - now()), queued_at = now()
                    WHERE queued_at > now() + interval '1 s'""");
            int hosts = handle.execute("""
                    UPDATE host SET
                        next_allowed_at = least(next_allowed_at, now() + pause),
                        leased_until = CASE WHEN leased_until IS NOT NULL THEN least(leased_until, now() + term) END
                    FROM (SELECT ? * interval '1 ms' AS term) AS t,
                        (VALUES (false, ? * interval '1 ms'), (true, ? * interval '1 ms')) AS p (troubled, pause)
                    WHERE (failures > 0) = troubled
                        AND (next_allowed_at > now() + pause OR leased_until > now() + term)""", term.toMillis(), well.toMillis(), troubled.toMillis());
            if (requests + hosts > 0) {
                handle.execute("""
                        UPDATE host SET ready_at = coalesce(leased_until, (
                            SELECT greatest(min(due_at), next_allowed_at)
                            FROM fetch_request WHERE fetch_request.host = name HAVING count(*) > 0))
                        WHERE ready_at > now()""");
            }
            return requests + hosts;
        });
    }

    /**
     * Gives a host back.
     *
     * @param pause how long it must not be asked
     * @param failures how often in a row it has been in trouble
     */
    void release(HostLease lease, Duration pause, int failures) {
        inTurn.withHandle(handle -> handle.execute(
                RELEASE, lease.host(), failures, pause.toMillis(), pause.toMillis(), lease.host(), lease.id()));
    }
}
