package org.onrecord.api.access;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Two threads of their own for what is checked before anybody is let in, so that it takes no worker from those who were.
 * Thread-safe.
 */
final class Checkers implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final ExecutorService threads;

    /** @param most that may wait for the two threads */
    Checkers(String what, int most) {
        threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(most),
                Thread.ofPlatform().daemon().name(what + "-", 0).factory());
    }

    /** @return fails with what the question throws, or with a {@link TooManyWaitException} */
    <T> CompletableFuture<T> check(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> check(question, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new TooManyWaitException(e));
        }
        return answer;
    }

    private static <T> void check(Callable<T> question, CompletableFuture<T> answer) {
        try {
            answer.complete(question.call());
        } catch (Throwable e) {
            // Errors too: who waits must not wait for ever.
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
