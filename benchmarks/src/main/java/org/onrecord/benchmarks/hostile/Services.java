package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.onrecord.local.Line;
import org.onrecord.local.LineOptions.Heaps;
import org.onrecord.local.ServiceProcess;

/** The services of a line under attack: whether they are there, with their memory and their threads where they were. */
final class Services {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    /** What caches and pools may have grown by. */
    private static final double SHARE_OF_HEAP = 0.25;

    private static final int MORE_THREADS = 60;
    /** Longer than pools keep the threads of a burst: a minute at most, if the machine is not busy. */
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);

    private final Line line;
    private final Heaps heaps;
    private final HttpClient client;
    private final ExecutorService workers;

    Services(Line line, Heaps heaps, HttpClient client, ExecutorService workers) {
        this.line = line;
        this.heaps = heaps;
        this.client = client;
        this.workers = workers;
    }

    /** Waits until each is ready, and starts those again that are not: that is a fault. */
    void revive(List<String> faults) throws IOException, InterruptedException {
        for (ServiceProcess service : line.services()) {
            revive(service, faults);
        }
    }

    private void revive(ServiceProcess service, List<String> faults) throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (service.isAlive() && !isReady(service) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        if (service.isAlive() && isReady(service)) {
            return;
        }
        faults.add(service.name() + (service.isAlive() ? " is not ready for good" : " ended"));
        if (service.isAlive()) {
            service.kill();
        }
        service.start();
        service.awaitReady();
    }

    private boolean isReady(ServiceProcess service) throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(service.origin().resolve("/q/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** In the order of the line. */
    List<ServiceState> states() throws IOException, InterruptedException {
        List<Future<ServiceState>> asked = line.services().stream()
                .map(service -> workers.submit(() -> ServiceState.of(service, client)))
                .toList();
        List<ServiceState> states = new ArrayList<>();
        for (Future<ServiceState> state : asked) {
            try {
                states.add(state.get());
            } catch (ExecutionException e) {
                throw new IOException("a service that is ready cannot be asked", e.getCause());
            }
        }
        return states;
    }

    /** The states when memory and threads have come back to where they were; names what has not come back in minutes. */
    List<ServiceState> settledStates(List<ServiceState> before, List<String> faults)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (true) {
            List<ServiceState> after = states();
            List<String> far = farFrom(before, after);
            if (far.isEmpty() || System.nanoTime() > end) {
                faults.addAll(far);
                return after;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private List<String> farFrom(List<ServiceState> before, List<ServiceState> after) {
        List<String> faults = new ArrayList<>();
        int[] megabytes = {heaps.scraper(), heaps.nlp(), heaps.api()};
        for (int i = 0; i < after.size(); i++) {
            String name = line.services().get(i).name();
            if (after.get(i).heapMegabytes() > before.get(i).heapMegabytes() + SHARE_OF_HEAP * megabytes[i]) {
                faults.add("heap of " + name);
            }
            if (after.get(i).threads() > before.get(i).threads() + MORE_THREADS) {
                faults.add("threads of " + name);
            }
        }
        return faults;
    }
}
