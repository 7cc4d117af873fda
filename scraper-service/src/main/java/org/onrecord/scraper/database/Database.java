package org.onrecord.scraper.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Transactions in plain SQL. Thread-safe. */
@ApplicationScoped
public class Database {
    /** SQLSTATE class 22, such as a NUL character in a text. */
    private static final String DATA_EXCEPTION = "22";

    /** Fewer than the pool has connections: some are for those that lease hosts, renew leases and take requests in. */
    private static final int AT_ONCE = 8;

    private final DataSource source;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    public Database(DataSource source) {
        this.source = source;
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Does all of it or nothing.
     *
     * @throws DatabaseAwayException if the database did not do it; trying again later is safe
     * @throws IllegalArgumentException if it never will, since a value is none that a row can hold
     */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw unchecked(e);
        }
    }

    /**
     * Does one statement, a transaction of its own, without the ways there and back for its begin and its end.
     *
     * @throws DatabaseAwayException if the database did not do it; trying again later is safe
     * @throws IllegalArgumentException if it never will, since a value is none that a row can hold
     */
    public <T> T statement(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw unchecked(e);
        }
    }

    /**
     * Does work of which thousands may want some at the same time: they wait here for their turns, as long as it takes, and
     * not for the pool's connections, which are for others too and whose waiting has a limit. Not to be nested.
     */
    public <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static RuntimeException unchecked(SQLException e) {
        boolean badData = e.getSQLState() != null && e.getSQLState().startsWith(DATA_EXCEPTION);
        return badData ? new IllegalArgumentException(e.getMessage(), e) : new DatabaseAwayException(e);
    }

    /** Runs a statement, and says how many rows it changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** A statement with its values, to be closed by the caller. */
    public static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
