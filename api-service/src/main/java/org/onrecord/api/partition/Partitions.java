package org.onrecord.api.partition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.onrecord.api.settling.SoleSettler;

/**
 * Makes and drops partitions. Each for itself in a transaction, which waits for no more than two seconds for those who use the table, since
 * all others wait behind it. Thread-safe: of all replicas one at a time does it.
 */
@ApplicationScoped
class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);

    /** Any number that nothing else in this database locks by. */
    private static final long LOCK = 7718250931L;

    private static final String WAIT_NO_LONGER = "SET LOCAL lock_timeout = '2s'";

    /** All with bounds. */
    private static final String ALL = """
            WITH bounds AS (
                SELECT c.relname, regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\((.*)\\) TO \\((.*)\\)') AS bound
                FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = ?::regclass)
            SELECT relname, replace(trim(BOTH '''' FROM bound[1]), 'MINVALUE', '-infinity')::timestamptz >= ? AS is_later,
                trim(BOTH '''' FROM bound[2])::timestamptz AS until
            FROM bounds WHERE bound IS NOT NULL ORDER BY until
            """;

    private final Jdbi jdbi;

    Partitions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The database's clock, by which rows are dated. */
    Instant now() {
        return jdbi.withHandle(
                handle -> handle.select("SELECT now()").mapTo(Instant.class).one());
    }

    /** The starts of the present partition and of those to come. */
    static List<Instant> wanted(Partitioning of, Instant now) {
        Instant present = of.start(now);
        return Stream.iterate(0, i -> i <= of.ahead(), i -> i + 1)
                .map(i -> of.later(present, i))
                .toList();
    }

    /**
     * Makes a partition, unless there is one that has its time. What had come for it already moves there.
     *
     * @return whether it was made
     * @throws org.jdbi.v3.core.JdbiException if somebody uses the table for too long, or the database is away; nothing is changed then
     */
    boolean make(Partitioning of, Instant start) {
        return jdbi.inTransaction(handle -> {
            Instant end = of.later(start, 1);
            if (!SoleSettler.isFree(handle, LOCK) || isCovered(handle, of, start, end)) {
                return false;
            }
            String name = of.name(start);
            handle.execute(WAIT_NO_LONGER);
            handle.execute("CREATE TABLE " + name + " (LIKE " + of.table() + " INCLUDING DEFAULTS)");
            handle.execute("ALTER TABLE " + name + " ADD PRIMARY KEY (" + of.key() + ")");
            // Nothing comes between the move and the end of it; as attaching does, so that nobody waits in a ring who
            // reads it and then writes.
            handle.execute("LOCK TABLE " + of.other() + " IN ACCESS EXCLUSIVE MODE");
            handle.execute(
                    "WITH come AS (DELETE FROM " + of.other() + " WHERE " + of.time() + " >= ? AND " + of.time()
                            + " < ? RETURNING *) INSERT INTO " + name + " SELECT * FROM come",
                    start,
                    end);
            // Constants of the statement itself: it takes no parameters.
            handle.execute("ALTER TABLE " + of.table() + " ATTACH PARTITION " + name + " FOR VALUES FROM ('" + start
                    + "') TO ('" + end + "')");
            LOG.infof("partition %s made", name);
            return true;
        });
    }

    private static boolean isCovered(Handle handle, Partitioning of, Instant start, Instant end) {
        return handle.select(ALL, of.table(), end)
                .map(row -> !row.getColumn("is_later", Boolean.class)
                        && row.getColumn("until", Instant.class).isAfter(start))
                .list()
                .contains(true);
    }

    /** The partitions all of whose time is before a moment. */
    List<String> before(Partitioning of, Instant moment) {
        return jdbi.withHandle(handle -> handle
                .select(ALL, of.table(), moment)
                .map(row -> row.getColumn("until", Instant.class).isAfter(moment)
                        ? ""
                        : row.getColumn("relname", String.class))
                .list()
                .stream()
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /**
     * Drops a partition.
     *
     * @throws org.jdbi.v3.core.JdbiException as {@link #make} does
     */
    void drop(Ageing ageing, String partition, Instant before) {
        jdbi.useTransaction(handle -> {
            if (!SoleSettler.isFree(handle, LOCK)) {
                return;
            }
            // While nobody waits for it yet.
            ageing.forgetting(handle, partition, before);
            handle.execute(WAIT_NO_LONGER);
            handle.execute("ALTER TABLE " + ageing.partitioning().table() + " DETACH PARTITION " + partition);
            handle.execute("DROP TABLE " + partition);
            LOG.infof("partition %s dropped: all of it was before %s", partition, before);
        });
    }

    /** Deletes what is old of the few rows that no other partition took. */
    void clear(Ageing ageing, Instant before) {
        Partitioning of = ageing.partitioning();
        jdbi.useTransaction(handle -> {
            if (handle.select("SELECT 1 FROM " + of.other() + " WHERE " + of.time() + " < ? LIMIT 1", before)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent()) {
                ageing.forgetting(handle, of.other(), before);
                handle.execute("DELETE FROM " + of.other() + " WHERE " + of.time() + " < ?", before);
            }
        });
    }
}
