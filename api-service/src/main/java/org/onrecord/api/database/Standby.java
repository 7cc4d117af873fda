package org.onrecord.api.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

import org.onrecord.database.DataAccess;
import org.onrecord.database.Database;

/**
 * A server that follows the primary by its log (PostgreSQL's documentation, "Hot Standby"), and whether it has what an answer must
 * have. Thread-safe; {@link #look} is for one thread.
 */
final class Standby {
    private static final Logger LOG = Logger.getLogger(Standby.class);

    /** Between two looks. */
    static final Duration PAUSE = Duration.ofMillis(250);

    /** It is not asked when it was not seen for as long: it hangs, or this machine is too busy to tell. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);

    /** One slow answer is not worth a line. */
    private static final Duration TOLD_AFTER = Duration.ofSeconds(5);

    private static final Duration LONGEST_LAG = Duration.ofMinutes(30);

    private static final String SYSTEM = "SELECT system_identifier FROM pg_control_system()";

    private static final String POSITION =
            "SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint AS at, pg_is_in_recovery() AS follows";

    /** Of a connection to a server that lacks something; passes, as what a standby cancels does. */
    private static final String LACKS = "40001";

    private final Jdbi primary;
    private final DataSource source;
    private final RequestChoice request;
    private final Database database;
    private final String address;
    private final Duration longestLag;
    private final Followed followed;
    /** What must have been read of the log; grows only. */
    private final AtomicLong needed = new AtomicLong(Long.MIN_VALUE);

    private volatile @Nullable String takedowns;
    private volatile Optional<String> fault = Optional.of("not looked at yet");
    private volatile long seen;
    private long faultySince = System.nanoTime();
    private boolean told;

    /** @param request remembers how new what a request was answered with was */
    Standby(Jdbi primary, DataSource source, String address, Duration lag, RequestChoice request) {
        this.primary = primary;
        this.source = source;
        this.request = request;
        this.database = new Database(DataAccess.over(this::open));
        this.address = address;
        this.longestLag = lag.compareTo(LONGEST_LAG) < 0 ? lag : LONGEST_LAG;
        this.followed = new Followed(longestLag.toNanos());
    }

    /** For questions that {@link #mayAnswer} it. */
    Database database() {
        return database;
    }

    String address() {
        return address;
    }

    /** Why it is not asked; empty if it is. */
    Optional<String> fault() {
        return fault;
    }

    /** For how long it may have lacked what was changed, when it was seen last; not a number where nobody knows. */
    double lagSeconds() {
        return followed.lagNanos() == Long.MAX_VALUE ? Double.NaN : followed.lagNanos() / 1e9;
    }

    /**
     * Whether it may answer a request that comes now, so far as the primary has to be asked for that: of what was taken down, since
     * another instance may have done it.
     */
    boolean mayAnswer() {
        if (fault.isPresent() || System.nanoTime() - seen > SEEN_WITHIN.toNanos()) {
            return false;
        }
        try {
            Mark now = Mark.of(primary);
            if (!now.takedowns().equals(takedowns)) {
                // In this order: who finds them known finds them needed.
                need(now.at());
                takedowns = now.takedowns();
            }
            return true;
        } catch (JdbiException e) {
            return false;
        }
    }

    /**
     * A connection on which there is all that an answer must have. That is looked at on each, since one address may lead to several
     * servers of which one is behind the other: no request is answered by one that lacks what it was answered with before.
     */
    private Connection open() throws SQLException {
        Connection connection = source.getConnection();
        try {
            long at = position(connection);
            if (at < Math.max(request.newest(), Math.max(needed.get(), followed.floor()))) {
                throw new SQLTransientException("the standby lacks what was changed", LACKS);
            }
            request.answeredAsOf(at);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static long position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            long at = row.getLong("at");
            if (row.wasNull() || !row.getBoolean("follows")) {
                throw new SQLTransientException("it is no standby that follows another server", LACKS);
            }
            return at;
        }
    }

    /** Has it answer nothing until it has what was changed before this call. */
    void needAllOfNow() {
        try {
            need(Mark.of(primary).at());
        } catch (JdbiException e) {
            // Until the next look, which asks the primary anew.
            need(Long.MAX_VALUE);
        }
    }

    /** It failed somebody who asked; it is asked again after the next look. */
    void failed() {
        seen = System.nanoTime() - SEEN_WITHIN.toNanos() - 1;
    }

    /** Looks how it is, and tells of it where that is news that lasts. */
    void look() {
        long now = System.nanoTime();
        // Before the mark: what is needed from now on is not in it.
        boolean isUnknown = needed.get() == Long.MAX_VALUE;
        Mark mark;
        try {
            mark = Mark.of(primary);
        } catch (JdbiException e) {
            // Nothing is answered meanwhile, and what is away is told elsewhere.
            return;
        }
        if (isUnknown) {
            needed.compareAndSet(Long.MAX_VALUE, mark.at());
        }
        Optional<String> found = compare(now, mark);
        if (found.isEmpty()) {
            seen = now;
        } else if (fault.isEmpty()) {
            faultySince = now;
        }
        fault = found;
        tell(now);
    }

    private Optional<String> compare(long now, Mark mark) {
        followed.saw(now, mark.at());
        try (Connection connection = source.getConnection()) {
            long at = position(connection);
            if (system(connection) != primary.withHandle(handle -> system(handle.getConnection()))) {
                return Optional.of("it is the standby of another server");
            }
            followed.read(now, at);
            return at >= followed.floor()
                    ? Optional.empty()
                    : Optional.of("it is more than " + longestLag.toMillis() / 1000.0 + " s late");
        } catch (SQLException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static long system(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SYSTEM)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void tell(long now) {
        if (fault.isPresent() && !told && now - faultySince > TOLD_AFTER.toNanos()) {
            told = true;
            LOG.warnf("read replica not asked, the primary answers, address=%s cause=%s", address, fault.get());
        } else if (fault.isEmpty() && told) {
            told = false;
            LOG.infof("read replica asked again, address=%s", address);
        }
    }

    private void need(long at) {
        needed.accumulateAndGet(at, Math::max);
    }
}
