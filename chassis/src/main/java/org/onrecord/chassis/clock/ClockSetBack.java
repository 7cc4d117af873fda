package org.onrecord.chassis.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Ends the service when the machine's clock was set back, for whoever supervises it to start it again. The timers of Kafka's
 * clients go by that clock and never backwards: until it has caught up, a consumer sends no heartbeat and takes nothing, and
 * nothing in the client's interface puts that right.
 */
@ApplicationScoped
class ClockSetBack {
    private static final Logger LOG = Logger.getLogger(ClockSetBack.class);
    /** With the three seconds between two heartbeats, less than the ten after which the broker gives a consumer up. */
    private static final Duration BORNE = Duration.ofSeconds(5);

    private static final int EXIT_CODE = 1;

    private volatile Thread thread;

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().daemon().name("watch-clock").start(this::watch);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void watch() {
        Watch watch = new Watch(InstantSource.system(), new SteadyClock());
        try {
            while (!watch.isSetBack()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        LOG.errorf(
                "the machine's clock was set back by %d s; this service ends, to be started again, since its Kafka clients"
                        + " would do nothing for so long",
                watch.by().toSeconds());
        Quarkus.asyncExit(EXIT_CODE);
    }

    /** Compares a clock that may be set back with one that goes evenly. Not thread-safe. */
    static final class Watch {
        private final InstantSource clock;
        private final InstantSource steady;
        private Duration lead;
        private Duration by = Duration.ZERO;

        Watch(InstantSource clock, InstantSource steady) {
            this.clock = clock;
            this.steady = steady;
            this.lead = lead();
        }

        /** Whether it was set back by more than is borne since it was looked at last; what is slewed over days is not. */
        boolean isSetBack() {
            Duration now = lead();
            by = lead.minus(now);
            lead = now;
            return by.compareTo(BORNE) > 0;
        }

        /** How far it was set back before it was looked at last. */
        Duration by() {
            return by;
        }

        private Duration lead() {
            Instant even = steady.instant();
            return Duration.between(even, clock.instant());
        }
    }
}
