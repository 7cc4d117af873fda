package org.onrecord.chassis.event;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.TimeoutException;

import org.onrecord.chassis.backing.DatabaseTrouble;

/**
 * Does what needs the database or the broker: while they are away it waits, for as long as it takes, since that is no
 * fault of the event; a fault of another kind is tried again a few times and then thrown. That they are away is told
 * once, by {@link org.onrecord.chassis.backing.BackingServices}, and not by everybody who waits. Thread-safe.
 */
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final LongWaits waits;

    Patience(LongWaits waits) {
        this.waits = waits;
    }

    /** @throws StoppingException if the thread is interrupted while it waits */
    public void run(String what, Runnable work) {
        get(what, () -> {
            work.run();
            return null;
        });
    }

    /**
     * @param what is done, for the log
     * @return what the work made
     * @throws StoppingException if the thread is interrupted while it waits
     */
    public <T> T get(String what, Supplier<T> work) {
        Duration pause = FIRST_PAUSE;
        Instant since = waits.now();
        for (int faults = 0; ; ) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (passes(e)) {
                    waits.tell(what, since, root(e));
                } else if (++faults == ATTEMPTS) {
                    throw e;
                } else {
                    LOG.warnf("%s failed, next attempt in %d ms, cause=%s", what, pause.toMillis(), root(e));
                }
                rest(pause);
                Duration next = pause.multipliedBy(2);
                pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
            }
        }
    }

    /** Whether a fault is one that time mends. */
    public static boolean passes(Throwable fault) {
        if (DatabaseTrouble.of(fault).passes()) {
            return true;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof TimeoutException
                    || cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    // One of the clocks, the broker's or this machine's, is an hour behind the other.
                    || cause instanceof InvalidTimestampException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static void rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException(e);
        }
    }
}
