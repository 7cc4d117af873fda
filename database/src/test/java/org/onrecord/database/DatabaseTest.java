package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What the services count on, against a real server. */
class DatabaseTest {

    private enum Kind {
        HALF_DIRECT
    }

    @TempDir
    static Path folder;

    private static EmbeddedPostgresql server;
    private static Jdbi jdbi;
    private static Database database;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgresql.start(folder, LoopbackPort.free());
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        jdbi = DataAccess.over(source);
        database = new Database(jdbi);
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE thing (id uuid, name text, at timestamptz, pay jsonb)"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void valuesNeverBecomePartOfTheText() {
        Sql sql = new Sql()
                .add("SELECT ?::text AS name, 1 <> 2 AS holds", "'; DROP TABLE thing; -- <b> :c ?")
                .add("WHERE true")
                .add(new Sql().add("AND ? < 3", 2));

        assertThat(database.first(
                        sql, row -> row.getColumn("name", String.class) + row.getColumn("holds", Boolean.class)))
                .hasValue("'; DROP TABLE thing; -- <b> :c ?true");
    }

    @Test
    void columnsAreReadAsWhatTheyStandFor() {
        Instant at = Instant.parse("2026-11-27T12:00:00.123456Z");
        Sql sql = new Sql().add("""
                SELECT ?::timestamptz AS at, NULL::timestamptz AS never, 'half-direct' AS kind, '{"a": 1}'::jsonb AS pay,
                    NULL::jsonb AS nothing, ARRAY[1, 2]::bigint[] AS numbers""", at);

        List<Object> read = database.first(
                        sql,
                        row -> Arrays.<Object>asList(
                                row.getColumn("at", Instant.class),
                                row.getColumn("never", Instant.class),
                                row.getColumn("kind", Kind.class),
                                row.getColumn("pay", StoredJson.class),
                                row.getColumn("nothing", StoredJson.class),
                                List.of(row.getColumn("numbers", Long[].class))))
                .orElseThrow();

        assertThat(read)
                .containsExactly(at, null, Kind.HALF_DIRECT, new StoredJson("{\"a\": 1}"), null, List.of(1L, 2L));
    }

    @Test
    void aColumnOfManyRowsIsOneArray() {
        UUID one = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-27T12:00:00.123456Z");

        int inserted = jdbi.withHandle(handle -> handle.execute(
                "INSERT INTO thing (id, name, at) SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[])",
                new UUID[] {one, null},
                new String[] {null, "{\"a,b\"}"},
                new Instant[] {at, null}));

        assertThat(inserted).isEqualTo(2);
        assertThat(database.list(
                        new Sql().add("SELECT at FROM thing WHERE id = ANY (?)", List.of(one)),
                        row -> row.getColumn("at", Instant.class)))
                .containsExactly(at);
    }

    @Test
    void aBatchMayBeginWithNothing() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-27T12:00:00Z");

        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO thing (id, name, at) VALUES (?, ?, ?)");
            batch.add(one, null, null).add(other, "other", at).execute();
        });

        assertThat(database.list(
                        new Sql()
                                .add(
                                        "SELECT at FROM thing WHERE id = ANY (?) ORDER BY at NULLS FIRST",
                                        List.of(one, other)),
                        row -> Optional.ofNullable(row.getColumn("at", Instant.class))))
                .containsExactly(Optional.empty(), Optional.of(at));
    }

    /** The driver names a statement when it is used for the fifth time, and the server may then plan it for all arguments. */
    @Test
    void aSkewedStatementIsNeverNamed() {
        String named = "SELECT count(*) AS named FROM pg_prepared_statements WHERE statement LIKE ?";
        jdbi.useHandle(handle -> {
            for (int i = 0; i < 10; i++) {
                new Sql()
                        .add("SELECT 'skewed', ?::int AS n", i)
                        .skewed()
                        .in(handle)
                        .mapTo(String.class)
                        .list();
                new Sql()
                        .add("SELECT 'plain', ?::int AS n", i)
                        .in(handle)
                        .mapTo(String.class)
                        .list();
            }

            assertThat(handle.select(named, "SELECT 'skewed'%")
                            .mapTo(Long.class)
                            .one())
                    .isZero();
            assertThat(handle.select(named, "SELECT 'plain'%").mapTo(Long.class).one())
                    .isEqualTo(1);
        });
    }

    @Test
    void anAnswerOfAnySizeIsReadABatchAtATime() throws IOException {
        List<Integer> read = new ArrayList<>();

        database.each(
                new Sql().add("SELECT n FROM generate_series(1, 2500) n ORDER BY n"), row -> read.add(row.getInt("n")));

        assertThat(read).hasSize(2500).startsWith(1, 2).endsWith(2500);
    }

    @Test
    void whatTheConsumerThrowsEndsTheReading() {
        List<Integer> read = new ArrayList<>();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> database.each(new Sql().add("SELECT n FROM generate_series(1, 2500) n"), row -> {
                    read.add(row.getInt("n"));
                    throw new IOException("the reader is gone");
                }))
                .withMessage("the reader is gone");
        assertThat(read).hasSize(1);
    }

    @Test
    void rowsAreCountedAsFarAsIsAskedFor() {
        Sql rows = new Sql().add("SELECT 1 FROM generate_series(1, ?)", 7);

        assertThat(database.count(rows, 5)).isEqualTo(5);
        assertThat(database.count(rows, 100)).isEqualTo(7);
    }

    @Test
    void aFailureTellsWhatIsWrongAndNotTheValues() {
        Throwable failure = catchThrowable(
                () -> jdbi.useHandle(handle -> handle.execute("INSERT INTO thing (name) VALUES (?)", "secret\0")));

        assertThat(failure).isInstanceOf(JdbiException.class).hasMessageNotContaining("secret");
        assertThat(DatabaseTrouble.of(failure)).isEqualTo(DatabaseTrouble.BAD_DATA);
    }

    @Test
    void anUnfinishedTransactionLeavesNothing() {
        UUID id = UUID.randomUUID();

        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> jdbi.useTransaction(handle -> {
                    handle.execute("INSERT INTO thing (id) VALUES (?)", id);
                    handle.execute("INSERT INTO nowhere VALUES (1)");
                }));

        assertThat(database.list(
                        new Sql().add("SELECT id FROM thing WHERE id = ?", id), row -> row.getColumn("id", UUID.class)))
                .isEmpty();
    }
}
