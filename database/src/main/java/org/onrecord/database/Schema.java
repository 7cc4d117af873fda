package org.onrecord.database;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Brings the tables up to what this build expects as soon as the database can be reached; until then the service lives and
 * is not ready. Replicas that start together wait for each other on Flyway's lock. Thread-safe.
 */
@ApplicationScoped
public class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /** Whether the tables are what this build expects. */
    public sealed interface State permits Current, Waiting {}

    /** They are. */
    public record Current() implements State {}

    /**
     * They are not, or it is not known yet.
     *
     * @param database its host, port and name
     * @param cause why the last attempt failed, in one line
     * @param since when the first one began
     */
    public record Waiting(String database, String cause, Instant since) implements State {}

    private final Flyway flyway;
    private final List<SchemaCheck> checks;
    private final String address;
    private final CountDownLatch current = new CountDownLatch(1);
    private volatile State state;
    private volatile Thread worker;

    @Inject
    Schema(
            Flyway flyway,
            @All List<SchemaCheck> checks,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl) {
        this.flyway = flyway;
        this.checks = checks;
        this.address = DatabaseAddress.of(jdbcUrl);
        this.state = new Waiting(address, "the first attempt has not ended", Instant.now());
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofPlatform().daemon().name("schema").start(this::bringUpToDate);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        worker.interrupt();
    }

    /** Whether the tables are what this build expects, and if not, what is waited for. */
    public State state() {
        return state;
    }

    /** Whether the tables are what this build expects; once they are, they stay so. */
    public boolean isCurrent() {
        return state instanceof Current;
    }

    /** Returns when the tables are what this build expects. */
    public void await() throws InterruptedException {
        current.await();
    }

    private void bringUpToDate() {
        Instant since = Instant.now();
        Instant told = Instant.MIN;
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                flyway.migrate();
                for (SchemaCheck check : checks) {
                    check.check();
                }
                state = new Current();
                current.countDown();
                if (told != Instant.MIN) {
                    LOG.infof("schema up to date, database=%s", address);
                }
                return;
            } catch (Exception e) {
                String cause = cause(e);
                state = new Waiting(address, cause, since);
                if (told.plus(TOLD_EVERY).isBefore(Instant.now())) {
                    told = Instant.now();
                    LOG.warnf("schema not up to date, tried again and again, database=%s cause=%s", address, cause);
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** What the database or the driver says, without what was tried: that fills a page. */
    private static String cause(Exception failure) {
        Throwable told = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                told = cause;
            }
        }
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }
}
