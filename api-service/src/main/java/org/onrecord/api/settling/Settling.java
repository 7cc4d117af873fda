package org.onrecord.api.settling;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.event.StoppingException;
import org.onrecord.database.Schema;

/**
 * Settles what waits as it comes, one kind after the other: while very many articles arrive, what is settled has a part of the
 * machine that does not grow with the kinds. What fails stays waiting and is tried again.
 */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    /** What a new article changes is settled a second after it was stored. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How many times as long as it works it rests, so that storing articles comes first. */
    private static final int REST = 4;

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final List<Settler> settlers;
    private final Schema schema;
    private volatile Thread worker;

    Settling(@All List<Settler> settlers, Schema schema) {
        this.settlers = settlers;
        this.schema = schema;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofPlatform().daemon().name("settling").start(this::run);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        worker.interrupt();
    }

    private void run() {
        try {
            schema.await();
            while (!Thread.currentThread().isInterrupted()) {
                boolean more = false;
                for (Settler settler : settlers) {
                    more |= settle(settler) == settler.atOnce();
                }
                if (!more) {
                    Thread.sleep(IDLE);
                }
            }
        } catch (InterruptedException | StoppingException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int settle(Settler settler) throws InterruptedException {
        try {
            long start = System.nanoTime();
            int settled = settler.settle(settler.atOnce());
            Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - start)));
            return settled;
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                if (!Patience.passes(e)) {
                    LOG.warnf("%s not settled, to be tried again, cause=%s", settler.name(), e);
                }
                Thread.sleep(AFTER_A_FAULT);
            }
            return 0;
        }
    }
}
