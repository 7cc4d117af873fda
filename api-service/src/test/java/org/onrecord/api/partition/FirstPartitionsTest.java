package org.onrecord.api.partition;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** V39 and V40 while replicas of the release before go on writing, and what follows while this one does. */
class FirstPartitionsTest {

    private static final String OLD_LOG =
            "INSERT INTO quote_log (quote_id, replay, fetched_at) VALUES (?, false, now()) ON CONFLICT (quote_id) DO NOTHING";
    private static final String OLD_OUTCOME = """
            INSERT INTO outcome (outcome_id, stage, reason, at) VALUES (?, 'store', 'stored', now())
            ON CONFLICT (outcome_id) DO UPDATE SET at = excluded.at, detail = excluded.detail
            WHERE (excluded.at, coalesce(excluded.detail, '')) < (outcome.at, coalesce(outcome.detail, ''))""";
    private static final String NEW_LOG =
            "INSERT INTO quote_log_by_day (quote_id, replay, fetched_at) VALUES (?, false, now()) ON CONFLICT DO NOTHING";
    private static final String NEW_OUTCOME =
            "INSERT INTO outcome_by_month (outcome_id, stage, reason, at) VALUES (?, 'store', 'stored', now()) ON CONFLICT DO NOTHING";

    private static final int A_WHILE = 200;

    @TempDir
    Path folder;

    private EmbeddedPostgresql server;
    private Jdbi jdbi;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedPostgresql.start(folder, LoopbackPort.free());
        jdbi = Jdbi.create(server.jdbcUrl(), server.user(), server.password());
        migrate("38?");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void whatIsWrittenMeanwhileIsThereOnceAndInOrder() throws Exception {
        List<UUID> before = new ArrayList<>();
        for (String at : List.of("1987-03-01", "2026-01-01", "2099-01-01")) {
            UUID id = UUID.randomUUID();
            before.add(id);
            jdbi.useHandle(handle -> {
                handle.execute(
                        "INSERT INTO outcome (outcome_id, stage, reason, at) VALUES (?, 'store', 'stored', ?::timestamptz)",
                        id,
                        at);
                handle.execute(
                        "INSERT INTO quote_log (quote_id, replay, logged_at) VALUES (?, false, ?::timestamptz)",
                        id,
                        at);
            });
        }
        long lastNumber = number("SELECT max(no) FROM quote_log");
        try (Writer old = new Writer(OLD_LOG, OLD_OUTCOME);
                Writer other = new Writer(OLD_LOG, OLD_OUTCOME)) {
            old.awaitMore();
            other.awaitMore();

            migrate("latest");

            try (Writer young = new Writer(NEW_LOG, NEW_OUTCOME)) {
                for (Writer writer : List.of(old, other, young)) {
                    writer.awaitMore();
                }
                young.end();
                old.end();
                other.end();
                List<String> all = Stream.of(before, old.written, other.written, young.written)
                        .flatMap(List::stream)
                        .map(UUID::toString)
                        .sorted()
                        .toList();
                assertThat(texts("SELECT quote_id::text FROM quote_log_by_day"))
                        .containsExactlyInAnyOrderElementsOf(all);
                assertThat(texts("SELECT outcome_id::text FROM outcome_by_month"))
                        .containsExactlyInAnyOrderElementsOf(all);
                assertThat(number("SELECT count(DISTINCT no) FROM quote_log_by_day"))
                        .isEqualTo(all.size());
                assertThat(number("SELECT count(*) FROM quote_log_by_day WHERE no > " + lastNumber))
                        .isEqualTo(all.size() - before.size());
                // What replicas of both releases wrote is one table's to the older, but for what was dated decades
                // ahead.
                assertThat(number("SELECT count(*) FROM quote_log")).isEqualTo(all.size() - 1);
                assertThat(number("SELECT count(*) FROM quote_log_other")).isEqualTo(1);
                assertThat(number("SELECT count(*) FROM outcome_other")).isEqualTo(1);
            }
        }
    }

    @Test
    void whoWritesIsNotDisturbedByDaysThatAreMadeAndDropped() throws Exception {
        migrate("latest");
        Ageing days = new Ageing() {
            @Override
            public Partitioning partitioning() {
                return new Partitioning("quote_log_by_day", "quote_log", "logged_at", "quote_id", ChronoUnit.DAYS, 7);
            }

            @Override
            public Optional<Instant> keptFrom(Instant now) {
                return Optional.of(now.minus(7, ChronoUnit.DAYS));
            }

            @Override
            public void forgetting(Handle handle, String partition, Instant before) {}
        };
        PartitionUpkeep upkeep = new PartitionUpkeep(new Partitions(jdbi), List.of(), null, null);
        jdbi.useHandle(
                handle -> handle.execute(
                        "INSERT INTO quote_log_by_day (quote_id, replay, logged_at) VALUES (gen_random_uuid(), false, '1987-03-01')"));
        try (Writer writer = new Writer(NEW_LOG, NEW_OUTCOME)) {
            writer.awaitMore();

            // The first partition is in use: it has what is written now, and is kept.
            upkeep.keep(List.of(days), Instant.now());
            for (int day = 1; day <= 7; day++) {
                upkeep.keep(List.of(days), Instant.now().plus(day, ChronoUnit.DAYS));
                writer.awaitMore();
            }
            writer.end();

            assertThat(number("SELECT count(*) FROM quote_log_by_day")).isEqualTo(writer.written.size() + 1);
        }

        upkeep.keep(List.of(days), Instant.now().plus(12, ChronoUnit.DAYS));

        assertThat(number("SELECT count(*) FROM quote_log_by_day")).isZero();
        assertThat(
                        texts(
                                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'quote_log_by_day'::regclass"))
                .doesNotContain("quote_log");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private long number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    /** Writes as fast as it can, a row of each table in a transaction, in a takedown's order, until it is told to end. */
    private final class Writer implements AutoCloseable {
        private final List<UUID> written = new ArrayList<>();
        private final AtomicInteger many = new AtomicInteger();
        private final AtomicBoolean ending = new AtomicBoolean();
        private final CompletableFuture<Void> work;

        Writer(String log, String outcome) {
            work = CompletableFuture.runAsync(
                    () -> write(log, outcome), task -> Thread.ofPlatform().start(task));
        }

        private void write(String log, String outcome) {
            try (Connection connection =
                            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                    PreparedStatement first = connection.prepareStatement(outcome);
                    PreparedStatement second = connection.prepareStatement(log)) {
                connection.setAutoCommit(false);
                while (!ending.get()) {
                    UUID id = UUID.randomUUID();
                    first.setObject(1, id);
                    first.execute();
                    second.setObject(1, id);
                    second.execute();
                    connection.commit();
                    written.add(id);
                    many.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void awaitMore() {
            int enough = many.get() + A_WHILE;
            eventually().until(() -> work.isDone() || many.get() >= enough);
            assertThat(work).isNotCompletedExceptionally();
        }

        void end() {
            ending.set(true);
            work.join();
        }

        @Override
        public void close() {
            ending.set(true);
        }
    }
}
