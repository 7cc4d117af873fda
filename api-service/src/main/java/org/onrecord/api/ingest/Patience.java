package org.onrecord.api.ingest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.TimeoutException;

import org.onrecord.database.Schema;
import org.onrecord.database.Trouble;

/**
 * Does what needs the database or the broker: while they are away it waits, for as long as it takes, since that is no
 * fault of the event; a fault of another kind is tried again a few times and then thrown.
 */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private Patience() {}

    /** @throws StoppingException if the thread is interrupted while it waits */
    static void run(String what, Runnable work) {
        get(what, () -> {
            work.run();
            return null;
        });
    }

    /**
     * @return what the work made
     * @throws StoppingException if the thread is interrupted while it waits
     */
    static <T> T get(String what, Supplier<T> work) {
        Duration pause = FIRST_PAUSE;
        for (int faults = 0; ; ) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!passes(e) && ++faults == ATTEMPTS) {
                    throw e;
                }
                LOG.warnf("%s failed, next attempt in %d ms, cause=%s", what, pause.toMillis(), root(e));
                waitFor(pause);
                Duration next = pause.multipliedBy(2);
                pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
            }
        }
    }

    /** Whether a fault is one that time mends. */
    static boolean passes(Throwable fault) {
        if (Trouble.of(fault).passes()) {
            return true;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns when the tables are there.
     *
     * @throws StoppingException if the thread is interrupted while it waits
     */
    static void await(Schema schema) {
        try {
            schema.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException(e);
        }
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static void waitFor(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException(e);
        }
    }
}
