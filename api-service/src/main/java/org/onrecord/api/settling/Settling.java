package org.onrecord.api.settling;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.database.Schema;

/** Settles what waits as it comes, each kind in a thread of its own. What fails stays waiting and is tried again. */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    private static final int AT_ONCE = 50;
    /** What a new article changes is settled a second after it was stored. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How many times as long as it works it rests, so that storing articles comes first while very many arrive. */
    private static final int REST = 4;

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final List<Settler> settlers;
    private final Schema schema;
    private volatile List<Thread> workers = List.of();

    Settling(@All List<Settler> settlers, Schema schema) {
        this.settlers = settlers;
        this.schema = schema;
    }

    void start(@Observes StartupEvent started) {
        workers = settlers.stream()
                .map(settler ->
                        Thread.ofPlatform().daemon().name(settler.name()).start(() -> run(settler)))
                .toList();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        workers.forEach(Thread::interrupt);
    }

    private void run(Settler settler) {
        try {
            schema.await();
            while (!Thread.currentThread().isInterrupted()) {
                settleWhatWaits(settler);
                Thread.sleep(IDLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void settleWhatWaits(Settler settler) throws InterruptedException {
        try {
            int settled = AT_ONCE;
            while (settled == AT_ONCE && !Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                settled = settler.settle(AT_ONCE);
                Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - start)));
            }
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warnf("%s not settled, to be tried again, cause=%s", settler.name(), e);
                Thread.sleep(AFTER_A_FAULT);
            }
        }
    }
}
