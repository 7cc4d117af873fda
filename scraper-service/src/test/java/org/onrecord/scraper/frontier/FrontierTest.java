package org.onrecord.scraper.frontier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.onrecord.database.DataAccess;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.scraper.database.InTurn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.frontier.Frontier.Standing.TROUBLED;
import static org.onrecord.scraper.frontier.Frontier.Standing.WELL;

/** Against a real PostgreSQL; two instances stand for two replicas. */
class FrontierTest {
    /** Nothing that was leased or put off for so long is to be had again while a test runs. */
    private static final Duration TERM = Duration.ofHours(1);

    private static final Duration HALF = TERM.dividedBy(2);
    private static final Duration NONE = Duration.ZERO;

    private static EmbeddedPostgresql postgresql;
    private static PGSimpleDataSource database;

    private final Frontier frontier = frontier();
    private final Frontier replica = frontier();

    @BeforeAll
    static void start() throws IOException {
        postgresql = EmbeddedPostgresql.start(Files.createTempDirectory("onrecord-frontier"), LoopbackPort.free());
        database = new PGSimpleDataSource();
        database.setUrl(postgresql.jdbcUrl());
        database.setUser(postgresql.user());
        database.setPassword(postgresql.password());
        database.setCurrentSchema("scraper");
        Flyway.configure()
                .dataSource(database)
                .schemas("scraper")
                .defaultSchema("scraper")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgresql.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE host, fetch_request, done_request");
        }
    }

    @Test
    void requestsOfAHostAreHandedOutInTheirOrder() {
        frontier.add(new NewRequest(id("first"), "https://news.example.org/first"));
        frontier.add(new NewRequest(id("second"), "https://www.example.org/second"));

        HostLease lease = only(frontier.lease(WELL, 10, TERM));

        assertThat(lease.host()).isEqualTo("example.org");
        QueuedRequest first = frontier.next(lease).orElseThrow();
        assertThat(first)
                .isEqualTo(new QueuedRequest(
                        id("first"), "https://news.example.org/first", 0, 0, Optional.empty(), Optional.empty()));
        frontier.done(first);
        assertThat(frontier.next(lease)).map(QueuedRequest::requestId).contains(id("second"));
    }

    @Test
    void aRequestThatIsDeliveredTwiceWaitsOnce() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsDeliveredAgainAfterItsEndIsNotMadeAgain() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.done(frontier.next(only(frontier.lease(WELL, 10, TERM))).orElseThrow());

        replica.add(new NewRequest(id("story"), "https://example.org/story"));
        assertThat(waiting()).isZero();

        frontier.forgetDone(NONE);
        replica.add(new NewRequest(id("story"), "https://example.org/story"));
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whatAClockPutOffThatWasAheadIsBroughtNearerWhenItIsSetBack() throws SQLException {
        Instant begin = Instant.parse("2026-11-27T12:00:00Z");
        AtomicReference<Instant> databaseTime = new AtomicReference<>(begin);
        AtomicLong passed = new AtomicLong();
        Frontier watched = new Frontier(DataAccess.over(database), new InTurn(DataAccess.over(database))) {
            @Override
            Instant now() {
                return databaseTime.get();
            }
        };
        FrontierClock clock = new FrontierClock(watched, new Settings(), Duration.ofSeconds(30), new Clock() {
            @Override
            public Instant instant() {
                return begin.plusSeconds(passed.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        clock.look();
        for (String host : List.of("asked.example", "fresh.example", "leased.example", "troubled.example")) {
            frontier.add(new NewRequest(id(host + "/1"), "https://" + host + "/1"));
        }
        for (HostLease lease : frontier.lease(WELL, 10, Duration.ofSeconds(20))) {
            switch (lease.host()) {
                case "asked.example", "troubled.example" -> {
                    frontier.putOff(frontier.next(lease).orElseThrow(), NONE, 0);
                    frontier.release(lease, Duration.ofSeconds(1), lease.host().startsWith("t") ? 1 : 0);
                }
                case "fresh.example" -> frontier.release(lease, NONE, 0);
                default -> assertThat(lease.host()).isEqualTo("leased.example");
            }
        }
        // As if all of that had been written by a clock that is an hour ahead.
        execute(
                "UPDATE fetch_request SET due_at = due_at + interval '1 hour', queued_at = queued_at + interval '1 hour'");
        execute("UPDATE host SET next_allowed_at = next_allowed_at + interval '1 hour',"
                + " leased_until = leased_until + interval '1 hour', ready_at = ready_at + interval '1 hour'");

        passed.set(10);
        databaseTime.set(begin.plusSeconds(10).plus(Duration.ofHours(1)));
        clock.look();
        assertThat(frontier.lease(WELL, 10, TERM)).isEmpty();

        passed.set(20);
        databaseTime.set(begin.plusSeconds(20));
        clock.look();

        assertThat(
                        text(
                                "SELECT string_agg(name, ' ' ORDER BY name) FROM host WHERE ready_at <= now() + interval '30 s'"))
                .isEqualTo("asked.example fresh.example leased.example");
        assertThat(text("SELECT ready_at <= now() + interval '10 min' FROM host WHERE name = 'troubled.example'"))
                .isEqualTo("t");
        assertThat(text("SELECT count(*) FROM fetch_request WHERE due_at > now()"))
                .isEqualTo("0");
        assertThat(text("SELECT leased_until <= now() + interval '20 s' FROM host WHERE lease IS NOT NULL"))
                .isEqualTo("t");
    }

    @Test
    void whatIsPutOffForLongStaysPutOffWhenTheClockIsLookedAt() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.putOff(frontier.next(lease).orElseThrow(), Duration.ofHours(6), 1);
        frontier.release(lease, NONE, 1);

        assertThat(frontier.bringNearer(TERM, Duration.ofSeconds(30), Duration.ofMinutes(10)))
                .isZero();
        assertThat(text("SELECT min(ready_at) > now() + interval '5 hours' FROM host"))
                .isEqualTo("t");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private record Settings() implements FrontierSettings {
        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(20);
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

    @Test
    void aHostHasOneOwner() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.lease(WELL, 10, TERM);

        frontier.add(new NewRequest(id("other"), "https://example.org/other"));

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
    }

    @Test
    void whatIsAddedWhileAHostIsAskedIsDueOnceItIsGivenBack() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.done(frontier.next(lease).orElseThrow());
        replica.add(new NewRequest(id("other"), "https://example.org/other"));

        frontier.release(lease, NONE, 0);

        assertThat(only(replica.lease(WELL, 10, TERM)).host()).isEqualTo("example.org");
    }

    @Test
    void aHostIsLeftAloneForItsPauseByEveryReplica() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.add(new NewRequest(id("other"), "https://example.org/other"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.done(frontier.next(lease).orElseThrow());

        frontier.release(lease, TERM, 0);

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
        assertThat(replica.untilReady(WELL).orElseThrow()).isBetween(HALF, TERM);
    }

    @Test
    void aPauseOutlastsAnEmptyQueue() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.done(frontier.next(lease).orElseThrow());
        frontier.release(lease, TERM, 0);

        replica.add(new NewRequest(id("other"), "https://example.org/other"));

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
    }

    @Test
    void aRequestThatIsPutOffLetsTheNextGoFirst() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.add(new NewRequest(id("other"), "https://example.org/other"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));

        frontier.putOff(frontier.next(lease).orElseThrow(), TERM, 1);

        assertThat(frontier.next(lease)).map(QueuedRequest::requestId).contains(id("other"));
        frontier.done(frontier.next(lease).orElseThrow());
        frontier.release(lease, NONE, 1);
        assertThat(replica.lease(TROUBLED, 10, TERM)).isEmpty();
        passes(TERM);
        HostLease later = only(replica.lease(TROUBLED, 10, TERM));
        assertThat(later.failures()).isEqualTo(1);
        assertThat(replica.next(later))
                .contains(new QueuedRequest(
                        id("story"), "https://example.org/story", 1, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void theLeaseOfAKilledReplicaRunsOut() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lost = only(frontier.lease(WELL, 10, TERM));

        passes(TERM);
        HostLease taken = only(replica.lease(WELL, 10, TERM));

        assertThat(replica.next(taken)).isPresent();
        // What the first one still says of the host counts no more.
        frontier.release(lost, Duration.ofHours(1), 7);
        assertThat(frontier.lease(WELL, 10, TERM)).isEmpty();
        replica.release(taken, NONE, 0);
        assertThat(only(frontier.lease(WELL, 10, TERM)).failures()).isZero();
    }

    @Test
    void aLeaseThatIsRenewedHolds() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, Duration.ofMillis(1)));

        frontier.renew(Set.of(lease.id()), TERM);

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
    }

    @Test
    void hostsInTroubleStandInALineOfTheirOwn() {
        frontier.add(new NewRequest(id("dead"), "https://dead.example/story"));
        HostLease dead = only(frontier.lease(WELL, 10, TERM));
        frontier.release(dead, NONE, 1);
        frontier.add(new NewRequest(id("well"), "https://well.example/story"));

        assertThat(only(frontier.lease(WELL, 10, TERM)).host()).isEqualTo("well.example");
        assertThat(only(frontier.lease(TROUBLED, 10, TERM)).host()).isEqualTo("dead.example");
    }

    @Test
    void aHostThatNobodyAsksIsLeasedByName() {
        HostLease lease = frontier.lease("example.org", TERM).orElseThrow();

        assertThat(replica.lease("example.org", TERM)).isEmpty();
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
        frontier.release(lease, TERM, 0);
        assertThat(replica.lease("example.org", TERM)).isEmpty();
        assertThat(replica.untilReady(WELL).orElseThrow()).isBetween(HALF, TERM);
    }

    @Test
    void aLeasedHostIsReadyWhenItsLeaseRunsOutAndNotBefore() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.lease(WELL, 10, TERM);
        frontier.add(new NewRequest(id("other"), "https://example.org/other"));

        assertThat(frontier.untilReady(WELL).orElseThrow()).isBetween(HALF, TERM);
    }

    @Test
    void whatIsNoUrlWaitsToo() {
        frontier.add(new NewRequest(id("nonsense"), "no URL at all"));

        HostLease lease = only(frontier.lease(WELL, 10, TERM));

        assertThat(frontier.next(lease)).map(QueuedRequest::url).contains("no URL at all");
    }

    /** A page that ends the process leaves nobody to count it afterwards. */
    @Test
    void aRequestThatIsBegunAndNeverEndedIsCountedUntilItIsSuspect() throws SQLException {
        frontier.add(new NewRequest(id("deadly"), "https://example.org/deadly"));
        for (int before = 0; before < Frontier.SUSPECT; before++) {
            assertThat(begunBefore(replica)).isEqualTo(before);
            passes(TERM);
        }

        // A suspect is counted when it is read, which may be later: others may be before it.
        assertThat(begunBefore(replica)).isEqualTo(Frontier.SUSPECT);
        passes(TERM);
        QueuedRequest suspect =
                frontier.next(only(frontier.lease(WELL, 10, TERM))).orElseThrow();
        frontier.begin(suspect);
        passes(TERM);

        assertThat(begunBefore(replica)).isEqualTo(Frontier.SUSPECT + 1);
    }

    @Test
    void whatIsGivenBackOrPutOffWasNotBegun() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        assertThat(begunBefore(frontier)).isZero();
        frontier.giveBack(Set.of(id("story"), id("unknown")));
        passes(TERM);
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        QueuedRequest again = frontier.next(lease).orElseThrow();
        assertThat(again.begun()).isZero();

        frontier.putOff(again, NONE, 0);

        assertThat(frontier.next(lease)).map(QueuedRequest::begun).contains(0);
    }

    private static int begunBefore(Frontier frontier) {
        return frontier.next(only(frontier.lease(WELL, 10, TERM))).orElseThrow().begun();
    }

    /** Eight workers of two replicas against four writers: each request once, and no host in two hands. */
    @Test
    void nothingIsLostOrDoneTwiceHoweverManyWorkAtIt() throws Exception {
        int requests = 600;
        int hosts = 12;
        Map<UUID, AtomicInteger> done = new ConcurrentHashMap<>();
        Set<String> asked = ConcurrentHashMap.newKeySet();
        AtomicInteger clashes = new AtomicInteger();
        List<Future<?>> work = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                int first = writer;
                work.add(threads.submit(() -> {
                    for (int i = first; i < requests; i += 4) {
                        frontier.add(new NewRequest(id("r" + i), "https://host" + i % hosts + ".example/" + i));
                    }
                }));
            }
            for (int worker = 0; worker < 8; worker++) {
                Frontier own = worker % 2 == 0 ? frontier : replica;
                work.add(threads.submit(() -> {
                    while (done.size() < requests) {
                        for (HostLease lease : own.lease(WELL, 2, TERM)) {
                            clashes.addAndGet(asked.add(lease.host()) ? 0 : 1);
                            own.next(lease).ifPresent(request -> {
                                done.computeIfAbsent(request.requestId(), any -> new AtomicInteger())
                                        .incrementAndGet();
                                own.done(request);
                            });
                            asked.remove(lease.host());
                            own.release(lease, NONE, 0);
                        }
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        }

        assertThat(done.values()).hasSize(requests).allMatch(times -> times.get() == 1);
        assertThat(clashes).hasValue(0);
        assertThat(waiting()).isZero();
    }

    /** Time, as the database has it. */
    private static void passes(Duration time) throws SQLException {
        String earlier = " - interval '" + time.toSeconds() + " s'";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE fetch_request SET due_at = due_at" + earlier);
            statement.execute("UPDATE host SET next_allowed_at = next_allowed_at" + earlier + ", ready_at = ready_at"
                    + earlier + ", leased_until = leased_until" + earlier);
        }
    }

    private static Frontier frontier() {
        Jdbi jdbi = DataAccess.over(database);
        return new Frontier(jdbi, new InTurn(jdbi));
    }

    private static Flyway flyway() {
        return Flyway.configure()
                .dataSource(database)
                .schemas("scraper")
                .defaultSchema("scraper")
                .cleanDisabled(false)
                .load();
    }

    private static int waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM fetch_request")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static HostLease only(List<HostLease> leases) {
        assertThat(leases).hasSize(1);
        return leases.getFirst();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
