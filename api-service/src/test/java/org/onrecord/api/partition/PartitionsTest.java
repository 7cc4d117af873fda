package org.onrecord.api.partition;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;

/** On a table as V39 leaves them: what was there before is the first partition, and takes all before March. */
class PartitionsTest {

    private static final Partitioning BY_MONTH =
            new Partitioning("peal_by_month", "peal", "at", "no", ChronoUnit.MONTHS, 3);

    @TempDir
    static Path folder;

    private static EmbeddedPostgresql server;
    private static Jdbi jdbi;

    private final List<String> forgotten = new ArrayList<>();
    private final Ageing lastFourMonths = new Ageing() {
        @Override
        public Partitioning partitioning() {
            return BY_MONTH;
        }

        @Override
        public Optional<Instant> keptFrom(Instant now) {
            return Optional.of(BY_MONTH.later(BY_MONTH.start(now), -4));
        }

        @Override
        public void forgetting(Handle handle, String partition, Instant before) {
            forgotten.add(partition + " " + rows(handle, partition + " WHERE at < '" + before + "'"));
        }
    };
    private final PartitionUpkeep upkeep = new PartitionUpkeep(new Partitions(jdbi), List.of(), null, null);

    @BeforeAll
    static void startServer() throws Exception {
        server = EmbeddedPostgresql.start(folder, LoopbackPort.free());
        jdbi = Jdbi.create(server.jdbcUrl(), server.user(), server.password());
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void makeTheTable() {
        jdbi.useHandle(handle -> handle.createScript("""
                DROP TABLE IF EXISTS peal_by_month;
                CREATE TABLE peal_by_month (no bigint NOT NULL, at timestamptz NOT NULL) PARTITION BY RANGE (at);
                CREATE INDEX peal_by_month_at ON peal_by_month (at);
                CREATE TABLE peal PARTITION OF peal_by_month FOR VALUES FROM (MINVALUE) TO ('2026-03-01T00:00:00Z');
                CREATE TABLE peal_other PARTITION OF peal_by_month DEFAULT;
                """).execute());
    }

    @Test
    void monthsAreMadeAheadOnce() {
        keep("2026-02-28T23:59:59Z");
        keep("2026-02-28T23:59:59Z");

        assertThat(partitions()).containsExactly("peal", "peal_2026_03", "peal_2026_04", "peal_2026_05", "peal_other");

        keep("2026-03-01T00:00:00Z");

        assertThat(partitions()).contains("peal_2026_06");
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        handle -> rows(handle, "pg_indexes WHERE tablename = 'peal_2026_06'")))
                .isEqualTo(2);
    }

    @Test
    void eachRowFindsItsPlace() {
        keep("2026-02-15T00:00:00Z");

        insert(1, "1987-05-01T00:00:00Z");
        insert(2, "2026-03-01T00:00:00Z");
        insert(3, "2026-03-31T23:59:59.999999Z");
        insert(4, "2099-07-14T12:00:00Z");

        assertThat(places()).containsExactly("1 peal", "2 peal_2026_03", "3 peal_2026_03", "4 peal_other");
    }

    @Test
    void whatCameBeforeItsMonthWasMadeMovesThere() {
        insert(1, "2026-03-02T00:00:00Z");
        insert(2, "2026-04-01T00:00:00Z");
        insert(3, "2099-07-14T12:00:00Z");

        keep("2026-02-15T00:00:00Z");

        assertThat(places()).containsExactly("1 peal_2026_03", "2 peal_2026_04", "3 peal_other");
    }

    @Test
    void aClockThatWasYearsAheadLeavesTheMonthsOfThePresentToBeMade() {
        keep("2031-01-01T00:00:00Z");

        keep("2026-02-15T00:00:00Z");
        insert(1, "2026-04-02T00:00:00Z");

        assertThat(places()).containsExactly("1 peal_2026_04");
    }

    @Test
    void onlyWhatIsOldIsDropped() {
        keep("2026-03-15T00:00:00Z");
        insert(1, "1987-05-01T00:00:00Z");
        insert(2, "2026-04-30T23:59:59.999999Z");
        insert(3, "2026-05-01T00:00:00Z");
        insert(4, "2099-07-14T12:00:00Z");

        keep("2026-08-31T00:00:00Z");
        assertThat(places()).containsExactly("2 peal_2026_04", "3 peal_2026_05", "4 peal_other");

        keep("2026-09-01T00:00:00Z");
        assertThat(places()).containsExactly("3 peal_2026_05", "4 peal_other");
        assertThat(forgotten).containsExactly("peal 1", "peal_2026_03 0", "peal_2026_04 1");
    }

    @Test
    void ofWhatNoOtherPartitionTakesTheOldRowsAreDeleted() {
        keep("2026-08-31T00:00:00Z");
        insert(1, "1987-05-01T00:00:00Z");
        insert(2, "2099-07-14T12:00:00Z");

        keep("2026-08-31T00:00:00Z");

        assertThat(places()).containsExactly("2 peal_other");
        assertThat(forgotten).containsExactly("peal 0", "peal_other 1");
    }

    @Test
    void whoReadsTheTableIsWaitedForTwoSecondsAndNoMore() throws Exception {
        insert(1, "1987-05-01T00:00:00Z");
        try (Connection reader = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.executeQuery("SELECT * FROM peal_by_month");

            assertThat(keep("2026-08-31T00:00:00Z"))
                    .hasValueSatisfying(fault -> assertThat(fault).hasMessageContaining("lock timeout"));

            assertThat(places()).containsExactly("1 peal");
        }

        assertThat(keep("2026-08-31T00:00:00Z")).isEmpty();

        assertThat(places()).isEmpty();
    }

    @Test
    void oneTableDoesNotHoldUpAnother() {
        Partitioning missing = new Partitioning("nothing_by_month", "nothing", "at", "no", ChronoUnit.MONTHS, 3);
        Ageing broken = new Ageing() {
            @Override
            public Partitioning partitioning() {
                return missing;
            }

            @Override
            public Optional<Instant> keptFrom(Instant now) {
                return Optional.of(now);
            }

            @Override
            public void forgetting(Handle handle, String partition, Instant before) {
                throw new AssertionError("there is nothing");
            }
        };
        insert(1, "1987-05-01T00:00:00Z");

        assertThat(upkeep.keep(List.of(broken, lastFourMonths), Instant.parse("2026-08-31T00:00:00Z")))
                .hasValueSatisfying(fault -> assertThat(fault).hasMessageContaining("nothing_by_month"));

        assertThat(places()).isEmpty();
    }

    private Optional<JdbiException> keep(String now) {
        return upkeep.keep(List.of(lastFourMonths), Instant.parse(now));
    }

    private static void insert(long no, String at) {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO peal_by_month VALUES (?, ?)", no, Instant.parse(at)));
    }

    private static long rows(Handle handle, String of) {
        return handle.select("SELECT count(*) FROM " + of).mapTo(Long.class).one();
    }

    private static List<String> places() {
        return texts("SELECT no || ' ' || tableoid::regclass FROM peal_by_month ORDER BY no");
    }

    private static List<String> partitions() {
        return texts(
                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'peal_by_month'::regclass ORDER BY 1");
    }

    private static List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }
}
