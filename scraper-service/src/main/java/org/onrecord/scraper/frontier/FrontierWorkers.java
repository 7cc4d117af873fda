package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.scraper.fetch.SeenPages;
import org.onrecord.scraper.frontier.Frontier.Standing;

/**
 * Leases hosts and has each asked by a virtual thread of its own. No more are leased than may be asked at the same time, so
 * what waits, waits in the database.
 */
@ApplicationScoped
class FrontierWorkers {
    private static final Logger LOG = Logger.getLogger(FrontierWorkers.class);
    /** No longer than a request that another replica took in should wait to be noticed. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    /** Of a host that is ready, and another replica is just taking. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    /** Leased with one query; more are leased with the next. */
    private static final int MOST_AT_ONCE = 64;

    /** Much longer than a record is delivered again after its offset should have been committed. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration SEEN_REMEMBERED = Duration.ofDays(30);

    private static final Duration GIVEN_BACK_WITHIN = Duration.ofSeconds(2);

    private static final Duration RENEW_EVERY = Duration.ofMillis(500);

    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final Frontier frontier;
    private final HostWork work;
    private final SeenPages seen;
    private final FrontierClock clock;
    private final FrontierSettings settings;
    private final Loops loops;
    private final Semaphore free;
    /** Places that hosts in trouble may take: however many of them there are, half of all is for the others. */
    private final Semaphore freeForTroubled;

    private final Map<UUID, Long> renewed = new ConcurrentHashMap<>();
    private volatile Loop loop;
    private volatile boolean stopping;
    private long forgot = System.nanoTime();

    FrontierWorkers(
            Frontier frontier,
            HostWork work,
            SeenPages seen,
            FrontierClock clock,
            FrontierSettings settings,
            MeterRegistry meters,
            Loops loops) {
        this.clock = clock;
        this.loops = loops;
        this.frontier = frontier;
        this.work = work;
        this.seen = seen;
        this.settings = settings;
        this.free = new Semaphore(settings.concurrency());
        meters.gaugeMapSize("onrecord.frontier.hosts", Tags.empty(), renewed);
        this.freeForTroubled = new Semaphore(Math.max(1, settings.concurrency() / 2));
    }

    void start(@Observes StartupEvent started) {
        loop = loops.start("frontier", turning -> leaseAndForget());
        // A loop of its own, so that no fault of the leasing lets leases run out of which the hosts are being asked.
        loops.start("leases", turning -> renewAndGiveBack());
    }

    /** Says that something was added here. */
    void wake() {
        Loop started = loop;
        if (started != null) {
            started.wake();
        }
    }

    /** Lets what was begun come to its end, before the broker and the database are left. */
    void stop(@Observes @Priority(1) ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        loop.stop();
        if (!free.tryAcquire(settings.concurrency(), 3, TimeUnit.SECONDS)) {
            LOG.infof("hosts still asked when stopping, left to their leases: hosts=%d", renewed.size());
        }
        // A database that is away would be waited for until the process is ended.
        Thread.ofVirtual().name("give-back").start(this::giveBackAll).join(GIVEN_BACK_WITHIN);
    }

    private void giveBackAll() {
        try {
            work.giveBackAll();
        } catch (RuntimeException e) {
            LOG.infof("requests still worked at when stopping count as begun, cause=%s", e.getMessage());
        }
    }

    private Duration leaseAndForget() throws InterruptedException {
        forget();
        clock.look();
        return leaseSome() ? Duration.ZERO : untilReady();
    }

    private Duration renewAndGiveBack() {
        renew();
        work.giveBack();
        return RENEW_EVERY;
    }

    private Duration untilReady() {
        Stream<Standing> lines = freeForTroubled.availablePermits() > 0
                ? Stream.of(Standing.WELL, Standing.TROUBLED)
                : Stream.of(Standing.WELL);
        return lines.flatMap(line -> frontier.untilReady(line).stream())
                .filter(wait -> wait.compareTo(LONGEST_PAUSE) < 0)
                .min(Comparator.naturalOrder())
                .map(wait -> wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait)
                .orElse(LONGEST_PAUSE);
    }

    /** Whether any host was to be had. */
    private boolean leaseSome() throws InterruptedException {
        if (!free.tryAcquire(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        int places = 1 + free.drainPermits();
        AtomicInteger taken = new AtomicInteger();
        try {
            lease(Standing.WELL, Math.min(places, MOST_AT_ONCE), taken);
            int forTroubled =
                    Math.min(Math.min(places - taken.get(), MOST_AT_ONCE), freeForTroubled.availablePermits());
            if (forTroubled > 0) {
                lease(Standing.TROUBLED, forTroubled, taken);
            }
            return taken.get() > 0;
        } finally {
            free.release(places - taken.get());
        }
    }

    /** @param taken counts the places of those that are asked from now on */
    private void lease(Standing standing, int most, AtomicInteger taken) {
        for (HostLease lease : frontier.lease(standing, most, settings.lease())) {
            if (standing == Standing.TROUBLED) {
                freeForTroubled.acquireUninterruptibly();
            }
            renewed.put(lease.id(), System.nanoTime());
            taken.incrementAndGet();
            try {
                Thread.ofVirtual().name("host " + lease.host()).start(() -> ask(lease));
            } catch (RuntimeException | Error e) {
                ended(lease);
                throw e;
            }
        }
    }

    private void ask(HostLease lease) {
        try {
            work.on(lease, () -> stopping);
        } catch (RuntimeException | Error e) {
            if (DatabaseTrouble.of(e).passes()) {
                LOG.debugf("frontier away, its lease runs out: host=%s cause=%s", lease.host(), e.getMessage());
            } else {
                LOG.errorf(e, "a host's work failed, its lease runs out: host=%s", lease.host());
            }
        } finally {
            ended(lease);
        }
    }

    private void ended(HostLease lease) {
        renewed.remove(lease.id());
        if (lease.standing() == Standing.TROUBLED) {
            freeForTroubled.release();
        }
        free.release();
        wake();
    }

    /** Most leases are given back long before half of their term is over. */
    private void renew() {
        long now = System.nanoTime();
        List<UUID> due = renewed.entrySet().stream()
                .filter(lease -> now - lease.getValue() > settings.lease().toNanos() / 2)
                .map(Map.Entry::getKey)
                .toList();
        if (!due.isEmpty()) {
            frontier.renew(due, settings.lease());
            due.forEach(lease -> renewed.computeIfPresent(lease, (id, before) -> now));
        }
    }

    private void forget() {
        long now = System.nanoTime();
        if (now - forgot > FORGET_EVERY.toNanos()) {
            forgot = now;
            frontier.forgetDone(REMEMBERED);
            seen.forget(SEEN_REMEMBERED);
        }
    }
}
