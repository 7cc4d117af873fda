package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.onrecord.chassis.clock.SteadyClock;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.DataAccess;
import org.onrecord.scraper.fetch.Attempt.HostState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.Eventually.eventually;

/** The one who leases, over a real PostgreSQL; what is done with a host is noted, and nothing asked for. */
class FrontierWorkersTest extends FrontierDatabase {

    private final Jdbi jdbi = DataAccess.over(database);

    /** Nobody else leases hosts here: a fault of the moment must not end it for good, nor take any place with it. */
    @Test
    void afterAFaultHostsAreLeasedAgain() throws InterruptedException {
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
        Loops loops = new Loops();
        FrontierSettings settings = new FaultySettings(faults);
        FrontierWorkers workers = new FrontierWorkers(
                frontier,
                work,
                null,
                new FrontierClock(frontier, settings, Duration.ofSeconds(30), new SteadyClock()),
                settings,
                new SimpleMeterRegistry(),
                loops);
        workers.start(null);
        try {
            frontier.add(new NewRequest(UUID.randomUUID(), "https://courier.example/story"));
            frontier.add(new NewRequest(UUID.randomUUID(), "https://herald.example/story"));

            eventually().until(() -> asked.size() == 2);
            assertThat(faults.get()).isNegative();
            assertThat(asked).containsExactlyInAnyOrder("courier.example", "herald.example");
        } finally {
            workers.stop(null);
            loops.stop();
        }
    }

    /** A new version is rolled out again and again while a slow site is asked: that is no fault of the page. */
    @Test
    void whatIsBrokenOffByAStopWasNotBegun() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        FetchTraces traces = new FetchTraces(OpenTelemetry.noop());
        HostWork work = new HostWork(frontier, null, null, null, null, traces, null) {
            @Override
            HostState ask(QueuedRequest request) {
                asked.countDown();
                await(answered);
                throw new IllegalStateException("the process has ended");
            }
        };
        Loops loops = new Loops();
        FrontierSettings settings = new FaultySettings(new AtomicInteger());
        FrontierWorkers workers = new FrontierWorkers(
                frontier,
                work,
                null,
                new FrontierClock(frontier, settings, Duration.ofSeconds(30), new SteadyClock()),
                settings,
                new SimpleMeterRegistry(),
                loops);
        workers.start(null);
        UUID slow = UUID.randomUUID();
        frontier.add(new NewRequest(slow, "https://slow.example/story"));
        asked.await();
        assertThat(begun(slow)).isEqualTo(1);

        workers.stop(null);

        eventually().until(() -> begun(slow) == 0);
        loops.stop();
        answered.countDown();
    }

    /** What may have ended the scraper is read alone, and its wait costs others neither a lease nor a place. */
    @Test
    void aSuspectThatHasToWaitLeavesItsHostToOthers() throws InterruptedException {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID behind = UUID.randomUUID();
        frontier.add(new NewRequest(first, "https://first.example/story"));
        frontier.add(new NewRequest(second, "https://second.example/story"));
        frontier.add(new NewRequest(behind, "https://second.example/behind"));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE fetch_request SET begun = ? WHERE request_id IN (?, ?)", Frontier.SUSPECT, first, second));
        HostLease of = frontier.lease("second.example", Duration.ofHours(1)).orElseThrow();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Queue<UUID> read = new ConcurrentLinkedQueue<>();
        HostWork work = new HostWork(frontier, null, null, null, null, new FetchTraces(OpenTelemetry.noop()), null) {
            @Override
            HostState ask(QueuedRequest request) {
                asked.countDown();
                if (request.requestId().equals(first)) {
                    await(answered);
                }
                read.add(request.requestId());
                frontier.done(request);
                return HostState.WELL;
            }

            @Override
            Duration untilNextTurn(QueuedRequest request) {
                return Duration.ZERO;
            }
        };
        HostLease held = frontier.lease("first.example", Duration.ofHours(1)).orElseThrow();
        Thread reading = Thread.ofVirtual().start(() -> work.on(held, () -> false));
        asked.await();

        work.on(of, () -> false);

        assertThat(read).containsExactly(behind);
        assertThat(begun(second)).isEqualTo(Frontier.SUSPECT);
        answered.countDown();
        reading.join();
        eventually().until(() -> {
            frontier.lease("second.example", Duration.ofHours(1)).ifPresent(again -> work.on(again, () -> false));
            return read.contains(second);
        });
        assertThat(read).containsExactly(behind, first, second);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int begun(UUID request) {
        return jdbi.withHandle(handle -> handle.select("SELECT begun FROM fetch_request WHERE request_id = ?", request)
                .mapTo(Integer.class)
                .one());
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
                // Deep recursion, as a hostile page could cause it, is no exception but an error.
                throw new StackOverflowError("a fault of this test");
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
