package org.onrecord.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The operating system's resolver, with a limit on its time. It asks on platform threads, since the system's call cannot
 * be interrupted and would pin the carrier of a virtual thread; when all of them are busy, a new question waits its turn.
 * Thread-safe.
 */
final class SystemResolver implements Resolver, AutoCloseable {

    private static final int MAX_CONCURRENT = 256;

    private final Duration limit;
    private final Semaphore turns = new Semaphore(MAX_CONCURRENT, true);
    private final ExecutorService askers = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    SystemResolver(Duration limit) {
        this.limit = limit;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> answer = ask(host);
        try {
            return List.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ResolutionTimeoutException(host + ": the name server did not answer in " + limit);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResolutionTimeoutException(host + ": interrupted");
        }
    }

    /** A turn ends with its answer, which may come long after nobody waits for it any more. */
    private Future<InetAddress[]> ask(String host) throws ResolutionTimeoutException {
        try {
            if (!turns.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ResolutionTimeoutException(host + ": too many names are being resolved");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResolutionTimeoutException(host + ": interrupted");
        }
        FutureTask<InetAddress[]> question = new FutureTask<>(() -> InetAddress.getAllByName(host));
        boolean asked = false;
        try {
            askers.execute(() -> {
                try {
                    question.run();
                } finally {
                    turns.release();
                }
            });
            asked = true;
            return question;
        } finally {
            if (!asked) {
                turns.release();
            }
        }
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
