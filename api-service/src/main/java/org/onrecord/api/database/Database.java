package org.onrecord.api.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.page.Total;

/** Runs the queries that are clearer in SQL than in a mapping. */
@ApplicationScoped
public class Database {

    /** Someone waits for the answer. */
    private static final int SECONDS_TO_ANSWER = 10;

    private static final int BATCH = 1000;

    private final DataSource source;
    private final Turns turns = new Turns();

    Database(DataSource source) {
        this.source = source;
    }

    /**
     * Reads every row. A reader that asks again would hold two connections, and many of them wait for each other.
     *
     * @throws FailedQueryException with the cause, if the database is away or refuses the query
     */
    public <T> List<T> list(Sql sql, RowReader<T> reader) {
        boolean isTurn = turns.await();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setQueryTimeout(SECONDS_TO_ANSWER);
            sql.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(new Row(rows)));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new FailedQueryException(e);
        } finally {
            if (isTurn) {
                turns.end();
            }
        }
    }

    /** Takes the rows of an answer one by one. */
    @FunctionalInterface
    public interface RowConsumer {
        void take(Row row) throws SQLException, IOException;
    }

    /**
     * Reads every row of an answer of any size, as of one moment, a batch at a time.
     *
     * @throws FailedQueryException as {@link #list} does
     * @throws IOException what the consumer threw; nothing more is read then
     */
    public void each(Sql sql, RowConsumer consumer) throws IOException {
        try (Connection connection = source.getConnection()) {
            // The driver reads in batches within a transaction only.
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                statement.setFetchSize(BATCH);
                sql.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    Row row = new Row(rows);
                    while (rows.next()) {
                        consumer.take(row);
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new FailedQueryException(e);
        }
    }

    /** Reads the first row, if there is one. */
    public <T> Optional<T> first(Sql sql, RowReader<T> reader) {
        return list(sql, reader).stream().findFirst();
    }

    /** Counts rows, as far as {@link Total#COUNTED}. */
    public Total count(Sql rows) {
        return count(rows, Total.COUNTED);
    }

    /** Counts rows as far as {@code most}. */
    public Total count(Sql rows, int most) {
        Sql counted =
                new Sql().add("SELECT count(*) AS counted FROM (").add(rows).add("LIMIT ?) AS counted", most + 1);
        return Total.of(list(counted, row -> row.number("counted")).getFirst(), most);
    }
}
