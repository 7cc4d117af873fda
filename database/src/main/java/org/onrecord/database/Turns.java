package org.onrecord.database;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Few at a time, first come, first served; all others wait here and not for the pool's connections. Thread-safe. */
public final class Turns {

    private final Semaphore turns;
    private final Optional<Duration> patience;

    private Turns(int atOnce, Optional<Duration> patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Everybody waits as long as it takes. */
    public static Turns of(int atOnce) {
        return new Turns(atOnce, Optional.empty());
    }

    /** Who has waited for as long goes ahead without a turn. */
    public static Turns within(Duration patience, int atOnce) {
        return new Turns(atOnce, Optional.of(patience));
    }

    /** Does some work in its turn. Not to be nested. */
    public <T> T take(Supplier<T> work) {
        boolean isTurn = await();
        try {
            return work.get();
        } finally {
            if (isTurn) {
                turns.release();
            }
        }
    }

    private boolean await() {
        if (patience.isEmpty()) {
            turns.acquireUninterruptibly();
            return true;
        }
        try {
            return turns.tryAcquire(patience.get().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
