package org.onrecord.nlp.analysis;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

/**
 * The threads that read: as many as configured, each article within a time limit.
 *
 * <p>A reader that runs away cannot be stopped, only left alone. Its worker stays taken until it ends, so that the
 * processors are never shared by more than was configured; when every worker is lost that way, {@link #exhausted()} says
 * so and the process has to be started anew.
 */
@Startup
@ApplicationScoped
public class AnalysisWorkers {
    private final Semaphore free;
    /** What REST callers may hold of them: whoever floods the API leaves a worker to the line. */
    private final Semaphore callers;

    private final Semaphore lost = new Semaphore(0);
    private final int concurrency;
    private final Duration timeLimit;
    private final Duration callerPatience;
    private final ExecutorService threads;

    AnalysisWorkers(AnalysisLimits limits) {
        if (limits.concurrency() < 1
                || limits.timeLimit().isNegative()
                || limits.timeLimit().isZero()) {
            throw new IllegalArgumentException(
                    "onrecord.analysis.concurrency and onrecord.analysis.time-limit must be greater than zero");
        }
        concurrency = limits.concurrency();
        timeLimit = limits.timeLimit();
        callerPatience = limits.callerPatience();
        free = new Semaphore(concurrency, true);
        callers = new Semaphore(Math.max(1, concurrency - 1), true);
        threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("analysis-", 0).daemon().factory());
    }

    /**
     * Runs as soon as a worker is free, however long that takes.
     *
     * @throws AnalysisTimedOutException if it takes longer than the time limit
     * @throws AnalysisFailedException if it fails with an exception or an error of its own
     */
    <T> T run(Callable<T> analysis) {
        free.acquireUninterruptibly();
        return runOnFreeWorker(analysis, free::release);
    }

    /**
     * Runs if a worker comes free within a caller's patience. All callers together get one worker less than there are, if
     * there are more than one.
     *
     * @throws AnalysersBusyException if none does
     * @throws AnalysisTimedOutException if it takes longer than the time limit
     * @throws AnalysisFailedException if it fails with an exception or an error of its own
     */
    <T> T runSoon(Callable<T> analysis) {
        long patienceEnds = System.nanoTime() + callerPatience.toNanos();
        acquire(callers, patienceEnds);
        try {
            acquire(free, patienceEnds);
        } catch (AnalysersBusyException e) {
            callers.release();
            throw e;
        }
        return runOnFreeWorker(analysis, () -> {
            free.release();
            callers.release();
        });
    }

    private static void acquire(Semaphore places, long end) {
        try {
            if (!places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new AnalysersBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalysersBusyException();
        }
    }

    /** Whether every worker is taken by an article whose time is long over. */
    public boolean exhausted() {
        return lost.availablePermits() >= concurrency;
    }

    /** @param release what is done once when the analysis has really ended */
    private <T> T runOnFreeWorker(Callable<T> analysis, Runnable release) {
        RunningAnalysis<T> running = new RunningAnalysis<>(analysis, release);
        try {
            threads.execute(running);
        } catch (RuntimeException | Error e) {
            release.run();
            throw e;
        }
        try {
            return running.result.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.giveUp();
            throw new AnalysisTimedOutException(timeLimit);
        } catch (ExecutionException e) {
            throw new AnalysisFailedException("the analysis failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            running.giveUp();
            Thread.currentThread().interrupt();
            throw new AnalysisFailedException("the analysis was interrupted", e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Holds a worker from its submission to its real end, which may be long after nobody waits any more. */
    private final class RunningAnalysis<T> implements Runnable {
        private final Callable<T> analysis;
        private final Runnable release;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private Thread thread;
        private boolean ended;
        private boolean givenUp;

        RunningAnalysis(Callable<T> analysis, Runnable release) {
            this.analysis = analysis;
            this.release = release;
        }

        @Override
        public void run() {
            begin();
            try {
                T value = analysis.call();
                end();
                result.complete(value);
            } catch (Throwable e) {
                // Errors too: a stack overflow or exhausted memory is this article's failure, not the thread's.
                end();
                result.completeExceptionally(e);
            }
        }

        synchronized void giveUp() {
            if (!ended) {
                givenUp = true;
                lost.release();
                if (thread != null) {
                    thread.interrupt();
                }
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            // On a machine so busy that its time was over before it began, nobody waits for it any more.
            if (givenUp) {
                thread.interrupt();
            }
        }

        private synchronized void end() {
            ended = true;
            if (givenUp) {
                lost.acquireUninterruptibly();
            }
            release.run();
        }
    }
}
