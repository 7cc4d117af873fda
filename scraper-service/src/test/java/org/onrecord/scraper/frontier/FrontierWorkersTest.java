package org.onrecord.scraper.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.onrecord.chassis.clock.SteadyClock;
import org.onrecord.database.DataAccess;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.scraper.database.InTurn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.Eventually.eventually;

/** The one who leases, over a real PostgreSQL; what is done with a host is noted, and nothing asked for. */
class FrontierWorkersTest {

    private static EmbeddedPostgresql postgresql;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() throws IOException {
        postgresql = EmbeddedPostgresql.start(Files.createTempDirectory("onrecord-workers"), LoopbackPort.free());
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgresql.jdbcUrl());
        source.setUser(postgresql.user());
        source.setPassword(postgresql.password());
        source.setCurrentSchema("scraper");
        Flyway.configure()
                .dataSource(source)
                .schemas("scraper")
                .defaultSchema("scraper")
                .load()
                .migrate();
        jdbi = DataAccess.over(source);
    }

    @AfterAll
    static void stop() throws IOException {
        postgresql.close();
    }

    /** Nobody else leases hosts here: a fault of the moment must not end it for good, nor take any place with it. */
    @Test
    void afterAFaultHostsAreLeasedAgain() throws InterruptedException {
        Frontier frontier = new Frontier(jdbi, new InTurn(jdbi));
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HostWork work = new HostWork(frontier, null, null, null, null, null, null) {
            @Override
            void on(HostLease lease, BooleanSupplier stopping) {
                asked.add(lease.host());
                frontier.next(lease).ifPresent(frontier::done);
                frontier.release(lease, Duration.ZERO, 0);
            }
        };
        AtomicInteger faults = new AtomicInteger(2);
        FrontierSettings settings = new FaultySettings(faults);
        FrontierWorkers workers = new FrontierWorkers(
                frontier,
                work,
                null,
                new FrontierClock(frontier, settings, Duration.ofSeconds(30), new SteadyClock()),
                settings,
                new SimpleMeterRegistry());
        workers.start(null);
        try {
            frontier.add(new NewRequest(UUID.randomUUID(), "https://courier.example/story"));
            frontier.add(new NewRequest(UUID.randomUUID(), "https://herald.example/story"));

            eventually().until(() -> asked.size() == 2);
            assertThat(faults.get()).isNegative();
            assertThat(asked).containsExactlyInAnyOrder("courier.example", "herald.example");
        } finally {
            workers.stop(null);
        }
    }

    /** One place, and a lease that cannot be told at first. */
    private record FaultySettings(AtomicInteger faults) implements FrontierSettings {
        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public Duration lease() {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("a fault of this test");
            }
            return Duration.ofHours(1);
        }

        @Override
        public Duration hostBackOff() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration maxHostBackOff() {
            return Duration.ofMinutes(10);
        }
    }
}
