package org.onrecord.api.stream;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;

/** Listens to what any instance commits to the log, on a connection of its own. */
@ApplicationScoped
class LogNotifications {

    private static final Logger LOG = Logger.getLogger(LogNotifications.class);
    /** Well below the time after which the driver takes a silent server for dead. */
    private static final Duration WAIT = Duration.ofSeconds(5);
    /** A connection that is held for ever would keep the loop from its next turn. */
    private static final Duration LISTENED_ANEW_AFTER = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final QuoteStream stream;
    private final Loops loops;

    LogNotifications(Jdbi jdbi, QuoteStream stream, Loops loops) {
        this.jdbi = jdbi;
        this.stream = stream;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loops.start("quote-log", this::listen);
    }

    private Duration listen(Loop loop) {
        try {
            jdbi.useHandle(handle -> {
                handle.execute("LISTEN quote_log");
                stream.wake();
                listen(handle.getConnection().unwrap(PGConnection.class), loop);
            });
            return Duration.ZERO;
        } catch (SQLException | JdbiException e) {
            LOG.debugf("notifications away, the log is read all the same: %s", e.getMessage());
            return PAUSE;
        }
    }

    private void listen(PGConnection connection, Loop loop) throws SQLException {
        long since = System.nanoTime();
        while (!loop.isStopping() && System.nanoTime() - since < LISTENED_ANEW_AFTER.toNanos()) {
            if (connection.getNotifications((int) WAIT.toMillis()).length > 0) {
                stream.wake();
            }
        }
    }
}
