package org.onrecord.api.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManagerFactory;

import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.event.StoppingException;

/**
 * Brings the tables up to what this build expects as soon as the database can be reached; until then the service lives and
 * is not ready. Replicas that start together wait for each other on Flyway's lock. Thread-safe.
 */
@ApplicationScoped
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Flyway flyway;
    private final EntityManagerFactory mapping;
    private final CountDownLatch current = new CountDownLatch(1);
    private volatile String waitsFor = "first attempt";
    private volatile Thread worker;

    Schema(Flyway flyway, EntityManagerFactory mapping) {
        this.flyway = flyway;
        this.mapping = mapping;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofPlatform().daemon().name("schema").start(this::bringUpToDate);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        worker.interrupt();
    }

    /** Whether the tables are what this build expects. */
    public boolean isCurrent() {
        return current.getCount() == 0;
    }

    /**
     * Returns when the tables are what this build expects.
     *
     * @throws StoppingException if the thread is interrupted while it waits
     */
    public void await() {
        try {
            current.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException(e);
        }
    }

    /** What kept the last attempt from doing so. */
    String waitsFor() {
        return waitsFor;
    }

    private void bringUpToDate() {
        Duration pause = FIRST_PAUSE;
        while (!isCurrent()) {
            try {
                flyway.migrate();
                mapping.getSchemaManager().validate();
                current.countDown();
            } catch (Exception e) {
                waitsFor = firstLine(e);
                LOG.warnf("schema not brought up to date, next attempt in %d ms, cause=%s", pause.toMillis(), waitsFor);
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stopping) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
