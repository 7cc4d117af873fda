package org.onrecord.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 *
 * <p>Names that had an address before have turns of their own: a page may name thousands of which no name server knows
 * anything for half a minute each, and they keep nobody waiting but one another. Thread-safe.
 */
final class SystemResolver implements Resolver, AutoCloseable {

    static final int MOST_STRANGERS = 192;
    private static final int MOST_KNOWN = 64;
    private static final int REMEMBERED = 20_000;

    private final Duration limit;
    private final Resolver system;
    private final Semaphore strangers = new Semaphore(MOST_STRANGERS, true);
    private final Semaphore known = new Semaphore(MOST_KNOWN, true);
    private final Set<String> answered =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));
    private final ExecutorService askers = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    SystemResolver(Duration limit) {
        this(limit, host -> List.of(InetAddress.getAllByName(host)));
    }

    /** @param system asks without a limit */
    SystemResolver(Duration limit, Resolver system) {
        this.limit = limit;
        this.system = system;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        Future<List<InetAddress>> answer = ask(host, answered.contains(host) ? known : strangers);
        try {
            List<InetAddress> addresses = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            answered.add(host);
            return addresses;
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
    private Future<List<InetAddress>> ask(String host, Semaphore turns) throws ResolutionTimeoutException {
        try {
            if (!turns.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ResolutionTimeoutException(host + ": too many names are being resolved");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResolutionTimeoutException(host + ": interrupted");
        }
        FutureTask<List<InetAddress>> question = new FutureTask<>(() -> system.resolve(host));
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
