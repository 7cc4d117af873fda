package org.onrecord.chassis.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import org.onrecord.chassis.backing.BackingServices;
import org.onrecord.chassis.clock.SteadyClock;

/**
 * Tells of work that has waited for long although everything seems to be there: a topic that is missing, a right that was taken
 * away, a disk that is full. A line a minute at most, whoever waits, and a word in health; what the service knows to be away is
 * told elsewhere. Thread-safe.
 */
@ApplicationScoped
public class LongWaits {
    private static final Logger LOG = Logger.getLogger(LongWaits.class);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /** What waits is tried again far more often. */
    private static final Duration SAID_FOR = Duration.ofSeconds(30);

    private final BooleanSupplier isEverythingThere;
    private final Clock clock;
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.MIN);
    private volatile Waiting last = new Waiting("", Instant.EPOCH, Instant.EPOCH);

    private record Waiting(String cause, Instant since, Instant tried) {}

    @Inject
    LongWaits(BackingServices services) {
        this(services::areUp, new SteadyClock());
    }

    LongWaits(BooleanSupplier isEverythingThere, Clock clock) {
        this.isEverythingThere = isEverythingThere;
        this.clock = clock;
    }

    /** Where the time of a wait is taken from. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Tells of it, if it is time to.
     *
     * @param what is being done
     * @param since when it was first tried
     * @param cause why it failed the last time
     */
    public void tell(String what, Instant since, Throwable cause) {
        Instant now = now();
        Instant last = told.get();
        if (!now.isAfter(since.plus(LONG))) {
            return;
        }
        this.last = new Waiting(String.valueOf(cause), since, now);
        if ((last.equals(Instant.MIN) || now.isAfter(last.plus(TOLD_EVERY)))
                && isEverythingThere.getAsBoolean()
                && told.compareAndSet(last, now)) {
            LOG.warnf(
                    "%s: not done for %d s, trying on, cause=%s",
                    what, Duration.between(since, now).toSeconds(), cause);
        }
    }

    /** What has waited for long and still does, in words; empty if nothing does. */
    Optional<String> present() {
        Waiting waiting = last;
        Instant now = now();
        return now.isAfter(waiting.tried().plus(SAID_FOR))
                ? Optional.empty()
                : Optional.of(
                        "not done for " + Duration.between(waiting.since(), now).toSeconds() + " s, trying on: "
                                + waiting.cause().lines().findFirst().orElse(""));
    }
}
