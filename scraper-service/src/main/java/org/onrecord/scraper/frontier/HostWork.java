package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.event.LongWaits;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.egress.BodyMemory;
import org.onrecord.scraper.archive.ArchiveAwayException;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.article.ScraperOutcomes;
import org.onrecord.scraper.fetch.Attempt;
import org.onrecord.scraper.fetch.Attempt.HostState;
import org.onrecord.scraper.fetch.FetchInterruptedException;
import org.onrecord.scraper.fetch.PageFetcher;
import org.onrecord.scraper.fetch.SeenPage;
import org.onrecord.scraper.publish.BrokerAwayException;
import org.onrecord.scraper.publish.Publisher;

/**
 * Asks one leased host for one page after the other, until it has to be left alone or nothing more is due. A request is
 * taken out of the frontier once the broker has everything that became of it. Thread-safe.
 */
@ApplicationScoped
class HostWork {
    private static final Logger LOG = Logger.getLogger(HostWork.class);
    /** Longer than the producer tries, so that nothing is published again while it is still on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** A full disk is not mended in seconds, and the page costs its site another request. */
    private static final Duration PAUSE_WHILE_UNKEPT = Duration.ofMinutes(1);
    /** As often as it may be begun and come to no end. */
    static final int MOST_BEGINNINGS = Frontier.SUSPECT + 1;

    /** Until it is asked again whether another such request is read: meanwhile its host and its place are free. */
    private static final Duration SUSPECT_AGAIN = Duration.ofSeconds(5);

    /** Pages asked for under one lease, so that a host without delay does not keep its place from the others. */
    private static final int MOST_PAGES = 50;

    private final Frontier frontier;
    private final PageFetcher pages;
    private final ChannelPoller channels;
    private final Publisher publisher;
    private final FrontierSettings settings;
    private final FetchTraces traces;
    private final LongWaits waits;
    /** Begun, and not at an end or put off. */
    private final Set<UUID> begun = ConcurrentHashMap.newKeySet();
    /** Broken off by what is away: their beginnings are to be given back once it is there. */
    private final Set<UUID> owed = ConcurrentHashMap.newKeySet();
    /** Of those that may be what ended the scraper, one is read at a time. */
    private final Semaphore suspects = new Semaphore(1);

    HostWork(
            Frontier frontier,
            PageFetcher pages,
            ChannelPoller channels,
            Publisher publisher,
            FrontierSettings settings,
            FetchTraces traces,
            LongWaits waits) {
        this.frontier = frontier;
        this.pages = pages;
        this.channels = channels;
        this.publisher = publisher;
        this.settings = settings;
        this.traces = traces;
        this.waits = waits;
    }

    /** Works until there is a reason to stop, and gives the host back. */
    void on(HostLease lease, BooleanSupplier stopping) {
        int failures = lease.failures();
        Duration pause = Duration.ZERO;
        for (int page = 0; page < MOST_PAGES && pause.isZero() && !stopping.getAsBoolean(); page++) {
            Optional<QueuedRequest> next = frontier.next(lease);
            if (next.isEmpty()) {
                break;
            }
            QueuedRequest request = next.get();
            if (isSuspect(request) && !suspects.tryAcquire()) {
                frontier.leaveForLater(request, SUSPECT_AGAIN);
                continue;
            }
            long asked = System.nanoTime();
            HostState host = begun(request);
            failures = host == HostState.WELL ? 0 : failures + 1;
            pause = longer(untilNextTurn(request), backOff(failures, System.nanoTime() - asked));
        }
        frontier.release(lease, pause, failures);
    }

    /**
     * Gives back what was counted of requests that were broken off by what is away.
     *
     * @throws org.jdbi.v3.core.JdbiException if the database is away; they are remembered
     */
    void giveBack() {
        giveBack(owed);
    }

    /** The same for those that are still being worked at, since the service stops. */
    void giveBackAll() {
        owed.addAll(begun);
        giveBack(owed);
    }

    private synchronized void giveBack(Set<UUID> requests) {
        List<UUID> some = List.copyOf(requests);
        if (!some.isEmpty()) {
            frontier.giveBack(some);
            some.forEach(requests::remove);
        }
    }

    Duration untilNextTurn(QueuedRequest request) {
        return pages.untilNextTurn(request.url());
    }

    private static boolean isSuspect(QueuedRequest request) {
        return request.begun() >= Frontier.SUSPECT;
    }

    /** A suspect comes with the one place for them. */
    private HostState begun(QueuedRequest request) {
        try {
            return traces.during(request, () -> {
                if (isSuspect(request) && request.begun() < MOST_BEGINNINGS) {
                    frontier.begin(request);
                }
                return noted(request);
            });
        } finally {
            if (isSuspect(request)) {
                suspects.release();
            }
        }
    }

    private HostState noted(QueuedRequest request) {
        if (request.begun() < MOST_BEGINNINGS) {
            begun.add(request.requestId());
        }
        try {
            return ask(request);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e).passes()) {
                giveBackOnce(request);
            }
            throw e;
        } finally {
            begun.remove(request.requestId());
        }
    }

    /** The page's memory is given back once the broker has its events: while it is away, fetching waits. */
    HostState ask(QueuedRequest request) {
        try (BodyMemory.Share memory = pages.memory()) {
            return ask(request, memory);
        }
    }

    private HostState ask(QueuedRequest request, BodyMemory.Share memory) {
        Attempt attempt = request.begun() < MOST_BEGINNINGS ? attempt(request, memory) : givenUp(request);
        switch (attempt) {
            case Attempt.Ended(Reading reading, HostState host, Optional<SeenPage> seen) -> {
                publish(request, reading);
                seen.ifPresent(pages::remember);
                frontier.done(request);
            }
            case Attempt.PutOff(Duration delay, HostState host) -> {
                // What is put off by a fault of our own, such as a full archive, has used up none of its attempts.
                int failed = host == HostState.IN_TROUBLE ? 1 : 0;
                frontier.putOff(request, delay, request.attempts() + failed);
            }
        }
        return attempt.host();
    }

    /** Fetching it once more would most likely end the scraper once more, and whatever it works at beside it. */
    private Attempt givenUp(QueuedRequest request) {
        String why = "given up: the scraper ended or failed " + request.begun() + " times while it read this";
        LOG.errorf("%s, requestId=%s url=%s", why, request.requestId(), request.url());
        return request.channel().isPresent()
                ? channels.giveUp(request.channel().get(), why)
                : new Attempt.Ended(failed(request, why), HostState.WELL);
    }

    private Attempt attempt(QueuedRequest request, BodyMemory.Share memory) {
        try {
            return request.channel().isPresent()
                    ? channels.poll(request.channel().get())
                    : page(request, memory);
        } catch (FetchInterruptedException e) {
            return new Attempt.PutOff(Duration.ZERO, HostState.WELL);
        }
    }

    /** A fault of our own is told as an outcome, and the next request is taken. */
    private Attempt page(QueuedRequest request, BodyMemory.Share memory) {
        try {
            return pages.attempt(request.requestId(), request.url(), request.attempts(), memory);
        } catch (ArchiveAwayException e) {
            if (!DatabaseTrouble.of(e).passes()) {
                LOG.errorf(e, "page not kept, to be fetched again, requestId=%s", request.requestId());
            }
            return new Attempt.PutOff(PAUSE_WHILE_UNKEPT, HostState.WELL);
        } catch (FetchInterruptedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (DatabaseTrouble.of(e).passes()) {
                // Its lease runs out, and it is asked again: nothing of it was published.
                throw e;
            }
            LOG.errorf(e, "reading failed, requestId=%s", request.requestId());
            String why =
                    "a fault of the scraper, told in its log: " + e.getClass().getSimpleName();
            return new Attempt.Ended(failed(request, why), HostState.WELL);
        }
    }

    private static Reading failed(QueuedRequest request, String why) {
        return Reading.ended(ScraperOutcomes.of(
                request.requestId(),
                Optional.of(request.url()),
                Stage.EXTRACT,
                OutcomeReason.FAILED,
                why,
                Instant.now()));
    }

    /** Tries until the broker is back: its absence is no fault of the request. */
    private void publish(QueuedRequest request, Reading reading) {
        Instant since = waits.now();
        while (true) {
            try {
                publisher.publish(reading, PATIENCE);
                return;
            } catch (BrokerAwayException e) {
                giveBackOnce(request);
                waits.tell("publishing what became of request " + reading.last().requestId(), since, e);
                pauseOr(e);
            }
        }
    }

    /** It is read: whatever ends the process from here on, it is not this page. */
    private void giveBackOnce(QueuedRequest request) {
        if (begun.remove(request.requestId())) {
            owed.add(request.requestId());
        }
    }

    private static void pauseOr(BrokerAwayException away) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }

    /** A host that kept its place for long without an answer does not get it back soon: it costs others' time. */
    private Duration backOff(int failures, long tookNanos) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration doubled = settings.hostBackOff().multipliedBy(1L << Math.min(failures - 1, 20));
        Duration asLong = longer(doubled, Duration.ofNanos(2 * tookNanos));
        return asLong.compareTo(settings.maxHostBackOff()) < 0 ? asLong : settings.maxHostBackOff();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
