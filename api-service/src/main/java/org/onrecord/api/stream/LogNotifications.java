package org.onrecord.api.stream;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Listens to what any instance commits to the log, on a connection of its own. */
@ApplicationScoped
class LogNotifications {

    private static final Logger LOG = Logger.getLogger(LogNotifications.class);
    /** Well below the time after which the driver takes a silent server for dead. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final QuoteStream stream;
    private volatile boolean stopping;

    LogNotifications(Jdbi jdbi, QuoteStream stream) {
        this.jdbi = jdbi;
        this.stream = stream;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofPlatform().daemon().name("quote-log").start(this::run);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void run() {
        while (!stopping) {
            try {
                jdbi.useHandle(handle -> {
                    handle.execute("LISTEN quote_log");
                    stream.wake();
                    listen(handle.getConnection().unwrap(PGConnection.class));
                });
            } catch (SQLException | JdbiException e) {
                if (!stopping) {
                    LOG.debugf("notifications away, the log is read all the same: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!stopping) {
            if (connection.getNotifications((int) WAIT.toMillis()).length > 0) {
                stream.wake();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
