package org.onrecord.api.ingest;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Tells every instance that the log of quotes has grown. Not in the transaction that makes it grow: one that notifies
 * holds a lock of the whole database server while it commits (PostgreSQL, {@code PreCommit_Notify} in async.c), so that
 * articles would wait for one another's write to the disk. What is not told is found all the same, since the log is read every
 * two seconds. Thread-safe.
 */
@ApplicationScoped
class QuoteNews {

    private static final Logger LOG = Logger.getLogger(QuoteNews.class);
    /** Articles that come in close order are told of at once. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Jdbi jdbi;
    private final Semaphore news = new Semaphore(0);
    private volatile Thread worker;

    QuoteNews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofPlatform().daemon().name("quote-news").start(this::run);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        worker.interrupt();
    }

    /** To be called when the transaction is committed. */
    void spread() {
        news.release();
    }

    private void run() {
        try {
            while (true) {
                news.acquire();
                news.drainPermits();
                tell();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            jdbi.useHandle(handle -> handle.execute("NOTIFY quote_log"));
        } catch (JdbiException e) {
            LOG.debugf("notifications away, the log is read all the same: %s", e.getMessage());
        }
    }
}
