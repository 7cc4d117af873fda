package org.onrecord.scraper.database;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Brings the tables up to what this build expects as soon as the database can be reached; until then the service lives and
 * is not ready. Replicas that start together wait for each other on Flyway's lock. Thread-safe.
 */
@Readiness
@ApplicationScoped
class Schema implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Flyway flyway;
    private volatile boolean current;
    private volatile String waitsFor = "first attempt";
    private volatile Thread worker;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofPlatform().daemon().name("schema").start(this::bringUpToDate);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        worker.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Database schema");
        return current
                ? response.up().build()
                : response.down().withData("cause", waitsFor).build();
    }

    private void bringUpToDate() {
        Duration pause = FIRST_PAUSE;
        while (!current) {
            try {
                flyway.migrate();
                current = true;
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
