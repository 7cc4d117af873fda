package org.onrecord.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowViewMapper;

import org.onrecord.chassis.backing.DatabaseTrouble;

/** Asks questions that somebody waits for: in turn, and not for longer than ten seconds. Thread-safe. */
@ApplicationScoped
public class Database {

    private static final int SECONDS_TO_ANSWER = 10;
    private static final int BATCH = 1000;

    /** Twenty that share two cores all take ten times as long, and some far longer than that. */
    private static final int FOR_EACH_CORE = 2;

    /** Who has waited for as long goes ahead all the same, so that slow questions hold nobody up. */
    private static final Duration PATIENCE = Duration.ofMillis(30);

    private final Jdbi jdbi;
    private final Turns turns =
            Turns.within(PATIENCE, FOR_EACH_CORE * Runtime.getRuntime().availableProcessors());

    public Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads every row. A reader that asks again would hold two connections, and many of them wait for each other.
     *
     * @throws JdbiException if the database is away or refuses the question; {@link DatabaseTrouble} tells which
     */
    public <T> List<T> list(Sql sql, RowViewMapper<T> reader) {
        return turns.take(() -> jdbi.withHandle(handle ->
                sql.in(handle).setQueryTimeout(SECONDS_TO_ANSWER).map(reader).list()));
    }

    /** Reads the first row, if there is one. */
    public <T> Optional<T> first(Sql sql, RowViewMapper<T> reader) {
        return list(sql, reader).stream().findFirst();
    }

    /** Counts rows, but no more than {@code most}. */
    public long count(Sql rows, int most) {
        Sql counted =
                new Sql().add("SELECT count(*) AS counted FROM (").add(rows).add("LIMIT ?) AS counted", most);
        return list(counted, row -> row.getColumn("counted", Long.class)).getFirst();
    }

    /** Takes the rows of an answer one by one; a row is not for use afterwards. */
    @FunctionalInterface
    public interface RowConsumer {
        void take(ResultSet row) throws SQLException, IOException;
    }

    /**
     * Reads every row of an answer of any size, as of one moment, a batch at a time. Rows are the driver's: looking for what reads
     * a column costs a sixth of the time of an export.
     *
     * @throws JdbiException as {@link #list} does
     * @throws IOException what the consumer threw; nothing more is read then
     */
    public void each(Sql sql, RowConsumer consumer) throws IOException {
        try {
            // The driver reads in batches within a transaction only.
            jdbi.useTransaction(handle -> sql.in(handle)
                    .setFetchSize(BATCH)
                    .map((row, context) -> taken(consumer, row))
                    .forEach(taken -> {}));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean taken(RowConsumer consumer, ResultSet row) throws SQLException {
        try {
            consumer.take(row);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
