package org.onrecord.api.database;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Few questions at a time, first come, first served: twenty that share two cores all take ten times as long, and some far
 * longer than that. Who has waited a while goes ahead without a turn, so that slow questions hold nobody up. Thread-safe.
 */
final class Turns {

    private static final int FOR_EACH_CORE = 2;
    private static final int PATIENCE_MILLISECONDS = 30;

    private final Semaphore turns =
            new Semaphore(FOR_EACH_CORE * Runtime.getRuntime().availableProcessors(), true);

    /**
     * Waits a while for a turn.
     *
     * @return whether it is one, to be ended; without one the caller goes ahead all the same
     */
    boolean await() {
        try {
            return turns.tryAcquire(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        turns.release();
    }
}
