package org.onrecord.api.ingest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;

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

    /** {@link #spread()} ends it. */
    private static final Duration UNTIL_THERE_IS_NEWS = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Loops loops;
    private final AtomicBoolean news = new AtomicBoolean();
    private volatile Loop loop;

    QuoteNews(Jdbi jdbi, Loops loops) {
        this.jdbi = jdbi;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loop = loops.start("quote-news", loop -> tellIfThereIsNews());
    }

    /** To be called when the transaction is committed. */
    void spread() {
        news.set(true);
        Loop started = loop;
        if (started != null) {
            started.wake();
        }
    }

    private Duration tellIfThereIsNews() throws InterruptedException {
        if (news.getAndSet(false)) {
            tell();
            Thread.sleep(PAUSE);
        }
        return UNTIL_THERE_IS_NEWS;
    }

    private void tell() {
        try {
            jdbi.useHandle(handle -> handle.execute("NOTIFY quote_log"));
        } catch (JdbiException e) {
            LOG.debugf("notifications away, the log is read all the same: %s", e.getMessage());
        }
    }
}
