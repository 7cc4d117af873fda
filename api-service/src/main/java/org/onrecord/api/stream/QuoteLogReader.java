package org.onrecord.api.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Reads the log of quotes in the database. Thread-safe. */
@ApplicationScoped
public class QuoteLogReader {

    /** Of transactions older than any that still runs: nothing can come before these any more. */
    private static final String SETTLED = "FROM quote_log_by_day WHERE xid < pg_snapshot_xmin(pg_current_snapshot())";

    /** A thousand listeners that come back at once, after an instance was lost, ask once. */
    private static final Duration KNOWN_FOR = Duration.ofMillis(100);

    private final Database database;
    private LogPosition known = LogPosition.START;
    private long knownAt = System.nanoTime() - KNOWN_FOR.toNanos();

    QuoteLogReader(Database database) {
        this.database = database;
    }

    /**
     * A line of the log.
     *
     * @param replay whether its article was fetched long before
     * @param firstRead when its page was fetched, where its article was read for the first time then; null where it was read again
     * @param loggedAt when the transaction began that wrote it
     */
    public record Line(
            LogPosition position,
            UUID quoteId,
            boolean replay,
            @Nullable Instant firstRead,
            Instant loggedAt) {}

    /** The lines after a position, in order. */
    public List<Line> after(LogPosition position, int most) {
        return database.list(
                new Sql()
                        .add("SELECT xid::text::bigint AS xid, no, quote_id, replay, fetched_at, logged_at")
                        .add(SETTLED)
                        .add(
                                "AND (xid, no) > (?::text::xid8, ?) ORDER BY xid, no LIMIT ?",
                                String.valueOf(position.transaction()),
                                position.number(),
                                most),
                row -> new Line(
                        new LogPosition(row.getColumn("xid", Long.class), row.getColumn("no", Long.class)),
                        row.getColumn("quote_id", UUID.class),
                        row.getColumn("replay", Boolean.class),
                        row.getColumn("fetched_at", Instant.class),
                        row.getColumn("logged_at", Instant.class)));
    }

    /** A line that was the last one a moment ago, to listen from. */
    synchronized LogPosition lately() {
        if (System.nanoTime() - knownAt >= KNOWN_FOR.toNanos()) {
            known = end();
            knownAt = System.nanoTime();
        }
        return known;
    }

    /** The last line that can be read. */
    LogPosition end() {
        return database.first(
                        new Sql()
                                .add("SELECT xid::text::bigint AS xid, no")
                                .add(SETTLED)
                                .add("ORDER BY xid DESC, no DESC LIMIT 1"),
                        row -> new LogPosition(row.getColumn("xid", Long.class), row.getColumn("no", Long.class)))
                .orElseGet(this::floor);
    }

    /** The last line that was forgotten. */
    LogPosition floor() {
        return database.first(
                        new Sql().add("SELECT xid::text::bigint AS xid, no FROM quote_log_floor"),
                        row -> new LogPosition(row.getColumn("xid", Long.class), row.getColumn("no", Long.class)))
                .orElse(LogPosition.START);
    }
}
