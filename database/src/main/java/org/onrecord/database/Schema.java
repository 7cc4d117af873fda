package org.onrecord.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.event.StoppingException;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;

/**
 * Brings the tables up to what this build expects as soon as the database can be reached; until then the service lives and
 * is not ready. Replicas that start together wait for each other on Flyway's lock. Thread-safe.
 */
@ApplicationScoped
public class Schema {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** A large table takes long, and another replica that is at it is waited for. */
    private static final Duration LONGEST_UPGRADE = Duration.ofDays(2);

    /** Whether the tables are what this build expects. */
    public sealed interface State permits Current, Waiting {}

    /** They are. */
    public record Current() implements State {}

    /**
     * They are not, or it is not known yet.
     *
     * @param cause why the last attempt failed, in one line
     */
    public record Waiting(String cause) implements State {}

    private final Flyway flyway;
    private final List<SchemaCheck> checks;
    private final Loops loops;
    private final CountDownLatch current = new CountDownLatch(1);
    private volatile State state;
    private Duration pause = FIRST_PAUSE;

    @Inject
    Schema(Flyway flyway, @All List<SchemaCheck> checks, Loops loops) {
        this.loops = loops;
        this.flyway = flyway;
        this.checks = checks;
        this.state = new Waiting("the first attempt has not ended");
    }

    void start(@Observes StartupEvent started) {
        loops.start("schema", LONGEST_UPGRADE, loop -> bringUpToDate());
    }

    /** Whether the tables are what this build expects, and if not, what is waited for. */
    public State state() {
        return state;
    }

    /** Whether the tables are what this build expects; once they are, they stay so. */
    public boolean isCurrent() {
        return state instanceof Current;
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

    /** What it waits for is told by {@link DatabaseService}, which this state is a part of. */
    private Duration bringUpToDate() {
        try {
            flyway.migrate();
            for (SchemaCheck check : checks) {
                check.check();
            }
            state = new Current();
            current.countDown();
            return Loop.DONE;
        } catch (Exception | Error e) {
            state = new Waiting(cause(e));
            Duration now = pause;
            Duration twice = now.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            return now;
        }
    }

    /** What the database or the driver says, without what was tried: that fills a page. */
    private static String cause(Throwable failure) {
        Throwable told = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                told = cause;
            }
        }
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }
}
