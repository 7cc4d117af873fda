package org.onrecord.chassis.stop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/**
 * Ends a process that was told to stop and has not stopped by itself in time: clients of a broker or a database that is away
 * wait for a minute and longer to say goodbye. Nothing is lost by it: what was not acknowledged is delivered again, and every
 * write is an upsert by identity.
 */
@ApplicationScoped
class StopDeadline {
    /** Less than the ten seconds after which an operator, or the launcher, may kill it. */
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(9);

    /** 128 and the number of SIGTERM, as of a process that the signal ended. */
    private static final int TERMINATED = 143;

    void start(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Runtime.getRuntime().addShutdownHook(new Thread(StopDeadline::begin, "stop-deadline"));
        }
    }

    /** The thread is no hook, which the JVM would wait for. */
    private static void begin() {
        Thread.ofPlatform().daemon().name("stop-deadline").start(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(STOPPED_WITHIN.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            // The loggers may be closed already.
            System.err.println("not stopped after " + STOPPED_WITHIN.toSeconds()
                    + " s: ending now; unacknowledged events will be delivered again");
            Runtime.getRuntime().halt(TERMINATED);
        });
    }
}
