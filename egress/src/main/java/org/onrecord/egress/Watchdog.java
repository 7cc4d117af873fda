package org.onrecord.egress;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Breaks off what lasts too long. Socket timeouts alone do not: a server that sends one byte a second never runs into
 * them.
 */
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("egress-watchdog").factory());

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code breakOff} once {@code limit} is over, unless the watch has ended before. */
    Watch watch(Duration limit, Runnable breakOff) {
        Watch watch = new Watch(breakOff);
        watch.extend(limit);
        return watch;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Something that is waited for. */
    interface Waiting {
        void run() throws IOException;
    }

    /** One thing being watched. */
    final class Watch {
        private final Runnable breakOff;
        private final long start = System.nanoTime();
        private Duration limit = Duration.ZERO;
        private ScheduledFuture<?> alarm;
        private boolean ranOut;

        private Watch(Runnable breakOff) {
            this.breakOff = breakOff;
        }

        /** Lets it last until {@code limit} after its start. */
        synchronized void extend(Duration limit) {
            end();
            this.limit = limit;
            long left = limit.toNanos() - (System.nanoTime() - start);
            alarm = timer.schedule(this::alarm, Math.max(0, left), TimeUnit.NANOSECONDS);
        }

        /** Does something that is no part of what is watched, and takes as long as it may. */
        void except(Waiting waiting) throws IOException {
            end();
            long since = System.nanoTime();
            try {
                waiting.run();
            } finally {
                synchronized (this) {
                    if (!ranOut) {
                        extend(limit.plusNanos(System.nanoTime() - since));
                    }
                }
            }
        }

        synchronized void end() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }

        synchronized boolean ranOut() {
            return ranOut;
        }

        private void alarm() {
            synchronized (this) {
                ranOut = true;
            }
            breakOff.run();
        }
    }
}
