package org.onrecord.scraper.frontier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import org.onrecord.chassis.clock.SteadyClock;
import org.onrecord.scraper.fetch.FetchSettings;

/**
 * Notices that the database's clock was set back, and brings nearer what it put off meanwhile: without that, a clock that was
 * an hour ahead for a moment would silence for an hour what was asked in that moment. Not thread-safe.
 */
@ApplicationScoped
class FrontierClock {
    private static final Logger LOG = Logger.getLogger(FrontierClock.class);
    /** More than two looks at two clocks differ by on a busy machine. */
    private static final Duration NOTABLE = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Frontier frontier;
    private final FrontierSettings settings;
    private final Duration courtesy;
    private final Clock steady;
    private Instant looked = Instant.EPOCH;
    /** The largest lead of the database's clock over the even one that may still be in the rows. */
    private Duration lead = Duration.ofSeconds(Long.MAX_VALUE / 2);

    @Inject
    FrontierClock(Frontier frontier, FrontierSettings settings, FetchSettings fetching) {
        this(
                frontier,
                settings,
                fetching.hostDelay().compareTo(fetching.maxCrawlDelay()) > 0
                        ? fetching.hostDelay()
                        : fetching.maxCrawlDelay(),
                new SteadyClock());
    }

    FrontierClock(Frontier frontier, FrontierSettings settings, Duration courtesy, Clock steady) {
        this.frontier = frontier;
        this.settings = settings;
        this.courtesy = courtesy;
        this.steady = steady;
    }

    /**
     * Looks at the clock now and then; to be called often. The first time it takes the clock for one that was set back, since
     * nobody may have looked.
     */
    void look() {
        Instant now = steady.instant();
        if (now.isBefore(looked.plus(LOOK_EVERY))) {
            return;
        }
        Duration present = Duration.between(now, frontier.now());
        if (lead.minus(present).compareTo(NOTABLE) > 0) {
            int rows = frontier.bringNearer(settings.lease(), courtesy, settings.maxHostBackOff());
            if (rows > 0) {
                LOG.warnf("the database's clock was set back; requests and hosts that it had put off: %d", rows);
            }
        }
        lead = present;
        looked = now;
    }
}
