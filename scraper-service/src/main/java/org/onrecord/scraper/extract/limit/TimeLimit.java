package org.onrecord.scraper.extract.limit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Ends work that takes too long. The work runs on a thread of its own, which is interrupted when its time is over and has to
 * heed that; whoever waits for it is let go soon after in any case. Thread-safe.
 *
 * <p>Counted is processor time, so that a busy machine fails no page; by the clock a run may take {@value #CLOCK} times as
 * long. Platform threads: the carriers of virtual ones would be lost with what does not end.
 */
public final class TimeLimit {

    /** For one page; the longest ones that hold an article take less than a tenth of it. */
    public static final Duration DEFAULT = Duration.ofSeconds(10);

    private static final int CLOCK = 6;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 100;

    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("extraction-", 0).daemon().factory());
    private final AtomicInteger abandoned = new AtomicInteger();
    private final Duration limit;

    /** @param limit processor time that each run may take */
    public TimeLimit(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("onrecord.extraction.time must be greater than zero");
        }
        this.limit = limit;
    }

    public Duration limit() {
        return limit;
    }

    /** Runs that were told to stop, did not, and still go on: their threads are lost until the process ends. */
    public int abandoned() {
        return abandoned.get();
    }

    /**
     * Runs the work; not to be cut short by an interrupt of the caller.
     *
     * @param ended is told once the work has really ended, which may be after this method has returned
     * @return empty if the time was over
     */
    public <T> Optional<T> run(Supplier<T> work, Runnable ended) {
        Run<T> run = new Run<>(work, ended);
        try {
            threads.execute(run);
        } catch (RuntimeException | Error e) {
            ended.run();
            throw e;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return run.result();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@link #run(Supplier, Runnable)} where nobody has to know when it ended. */
    public <T> Optional<T> run(Supplier<T> work) {
        return run(work, () -> {});
    }

    private final class Run<T> implements Runnable {

        private final Supplier<T> work;
        private final Runnable ended;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final long submitted = System.nanoTime();
        private Thread thread;
        private long processorAtStart;
        private boolean over;
        private boolean lost;

        Run(Supplier<T> work, Runnable ended) {
            this.work = work;
            this.ended = ended;
        }

        @Override
        public void run() {
            begin();
            T value = null;
            Throwable failure = null;
            try {
                value = work.get();
            } catch (Throwable e) {
                // Errors too: they are the page's failure, told to whoever waits, and not the thread's.
                failure = e;
            }
            end();
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            processorAtStart = processorTime(thread);
        }

        private void end() {
            synchronized (this) {
                over = true;
                if (lost) {
                    abandoned.decrementAndGet();
                }
                // The thread goes on to other work.
                Thread.interrupted();
            }
            ended.run();
        }

        /** Waits for the result, tells the work to stop when its time is over, and waits no longer than the grace. */
        Optional<T> result() throws InterruptedException {
            while (true) {
                try {
                    return Optional.of(result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (isOutOfTime()) {
                        return stopped();
                    }
                } catch (ExecutionException e) {
                    return failed(e.getCause());
                }
            }
        }

        private Optional<T> stopped() throws InterruptedException {
            stop();
            try {
                return Optional.of(result.get(GRACE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                abandon();
                return Optional.empty();
            } catch (ExecutionException e) {
                return failed(e.getCause());
            }
        }

        private Optional<T> failed(Throwable cause) {
            return switch (cause) {
                case OutOfTimeException outOfTime -> Optional.empty();
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                default -> throw new IllegalStateException(cause);
            };
        }

        private synchronized void stop() {
            if (!over && thread != null) {
                thread.interrupt();
            }
        }

        private synchronized void abandon() {
            if (!over && !lost) {
                lost = true;
                abandoned.incrementAndGet();
            }
        }

        private synchronized boolean isOutOfTime() {
            long clock = System.nanoTime() - submitted;
            if (thread == null || over) {
                return false;
            }
            long spent = processorTime(thread);
            long taken = spent < 0 ? clock : spent - processorAtStart;
            return taken > limit.toNanos() || clock > CLOCK * limit.toNanos();
        }
    }

    /** In nanoseconds; -1 where it is not measured, as in some native executables. */
    private long processorTime(Thread thread) {
        return processor.isThreadCpuTimeSupported() && processor.isThreadCpuTimeEnabled()
                ? processor.getThreadCpuTime(thread.threadId())
                : -1;
    }
}
