package org.onrecord.api.person;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.database.Schema;

/** Settles surnames as they come, in the background. What fails stays waiting and is tried again. */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    private static final int AT_ONCE = 50;
    /** A new article's people are settled a second after it was stored. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How many times as long as it works it rests, so that storing articles comes first while very many arrive. */
    private static final int REST = 4;

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final PeopleStore people;
    private final Schema schema;
    private volatile Thread worker;

    Settling(PeopleStore people, Schema schema) {
        this.people = people;
        this.schema = schema;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofPlatform().daemon().name("people").start(this::run);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        worker.interrupt();
    }

    private void run() {
        try {
            schema.await();
            while (!Thread.currentThread().isInterrupted()) {
                settleWhatWaits();
                Thread.sleep(IDLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settleWhatWaits() throws InterruptedException {
        try {
            int settled = AT_ONCE;
            while (settled == AT_ONCE && !Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                settled = people.settle(AT_ONCE);
                Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - start)));
            }
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warnf("people not settled, to be tried again, cause=%s", e);
                Thread.sleep(AFTER_A_FAULT);
            }
        }
    }
}
