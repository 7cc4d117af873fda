package org.onrecord.scraper.frontier;

import java.sql.SQLException;
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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.frontier.Frontier.Standing.TROUBLED;
import static org.onrecord.scraper.frontier.Frontier.Standing.WELL;

/** Requests wait in their order, and each is done once. */
class FrontierTest extends FrontierDatabase {
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
    void whatIsAddedWhileAHostIsAskedIsDueOnceItIsGivenBack() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.done(frontier.next(lease).orElseThrow());
        replica.add(new NewRequest(id("other"), "https://example.org/other"));

        frontier.release(lease, NONE, 0);

        assertThat(only(replica.lease(WELL, 10, TERM)).host()).isEqualTo("example.org");
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
    void whatIsNoUrlWaitsToo() {
        frontier.add(new NewRequest(id("nonsense"), "no URL at all"));

        HostLease lease = only(frontier.lease(WELL, 10, TERM));

        assertThat(frontier.next(lease)).map(QueuedRequest::url).contains("no URL at all");
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
}
