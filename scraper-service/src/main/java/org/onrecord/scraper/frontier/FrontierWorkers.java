package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(2);
    /** Leased with one query; more are leased with the next. */
    private static final int MOST_AT_ONCE = 64;

    /** Much longer than a record is delivered again after its offset should have been committed. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration SEEN_REMEMBERED = Duration.ofDays(30);

    private static final Duration RENEW_EVERY = Duration.ofMillis(500);

    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final Frontier frontier;
    private final HostWork work;
    private final SeenPages seen;
    private final FrontierClock clock;
    private final FrontierSettings settings;
    private final Semaphore free;
    /** Places that hosts in trouble may take: however many of them there are, half of all is for the others. */
    private final Semaphore freeForTroubled;

    private final Semaphore wakeUp = new Semaphore(0);
    private final Map<UUID, Long> renewed = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private long lastRenewal = System.nanoTime();
    private long forgot = System.nanoTime();

    FrontierWorkers(
            Frontier frontier,
            HostWork work,
            SeenPages seen,
            FrontierClock clock,
            FrontierSettings settings,
            MeterRegistry meters) {
        this.clock = clock;
        this.frontier = frontier;
        this.work = work;
        this.seen = seen;
        this.settings = settings;
        this.free = new Semaphore(settings.concurrency());
        meters.gaugeMapSize("onrecord.frontier.hosts", Tags.empty(), renewed);
        this.freeForTroubled = new Semaphore(Math.max(1, settings.concurrency() / 2));
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("frontier").start(this::run);
    }

    /** Says that something was added here. */
    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    /** Lets what was begun come to its end, before the broker and the database are left. */
    void stop(@Observes @Priority(1) ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        wake();
        if (!free.tryAcquire(settings.concurrency(), 3, TimeUnit.SECONDS)) {
            LOG.infof("hosts still asked when stopping, left to their leases: hosts=%d", renewed.size());
        }
    }

    private void run() {
        while (!stopping) {
            try {
                renew();
                forget();
                clock.look();
                if (!leaseSome()) {
                    pause(untilReady());
                }
            } catch (RuntimeException e) {
                // Nobody else leases hosts here: a fault must not end this for good. That the database is away is told
                // elsewhere.
                if (!stopping && !DatabaseTrouble.of(e).passes()) {
                    LOG.error("hosts could not be leased, to be tried again", e);
                }
                pause(PAUSE_WHILE_AWAY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Duration untilReady() {
        Stream<Standing> lines = freeForTroubled.availablePermits() > 0
                ? Stream.of(Standing.WELL, Standing.TROUBLED)
                : Stream.of(Standing.WELL);
        return lines.flatMap(line -> frontier.untilReady(line).stream())
                .filter(wait -> wait.compareTo(LONGEST_PAUSE) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_PAUSE);
    }

    /** Whether any host was to be had. */
    private boolean leaseSome() throws InterruptedException {
        if (!free.tryAcquire(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        int places = 1 + free.drainPermits();
        int taken = 0;
        try {
            taken = lease(Standing.WELL, Math.min(places, MOST_AT_ONCE));
            int forTroubled = Math.min(Math.min(places - taken, MOST_AT_ONCE), freeForTroubled.availablePermits());
            taken += forTroubled > 0 ? lease(Standing.TROUBLED, forTroubled) : 0;
            return taken > 0;
        } finally {
            free.release(places - taken);
        }
    }

    private int lease(Standing standing, int most) {
        List<HostLease> leases = frontier.lease(standing, most, settings.lease());
        for (HostLease lease : leases) {
            renewed.put(lease.id(), System.nanoTime());
            if (standing == Standing.TROUBLED) {
                freeForTroubled.acquireUninterruptibly();
            }
            Thread.ofVirtual().name("host " + lease.host()).start(() -> ask(lease));
        }
        return leases.size();
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
            renewed.remove(lease.id());
            if (lease.standing() == Standing.TROUBLED) {
                freeForTroubled.release();
            }
            free.release();
            wake();
        }
    }

    /** Most leases are given back long before they have to be renewed. */
    private void renew() {
        long now = System.nanoTime();
        if (now - lastRenewal < RENEW_EVERY.toNanos()) {
            return;
        }
        List<UUID> due = renewed.entrySet().stream()
                .filter(lease -> now - lease.getValue() > settings.lease().toNanos() / 3)
                .map(Map.Entry::getKey)
                .toList();
        if (!due.isEmpty()) {
            frontier.renew(due, settings.lease());
            due.forEach(lease -> renewed.computeIfPresent(lease, (id, before) -> now));
        }
        lastRenewal = now;
    }

    private void forget() {
        long now = System.nanoTime();
        if (now - forgot > FORGET_EVERY.toNanos()) {
            frontier.forgetDone(REMEMBERED);
            seen.forget(SEEN_REMEMBERED);
            forgot = now;
        }
    }

    private void pause(Duration longest) {
        try {
            wakeUp.tryAcquire(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
