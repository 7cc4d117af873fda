package org.onrecord.benchmarks.fetching;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.onrecord.benchmarks.fetching.VirtualHosts.Manner;
import org.onrecord.local.ServiceProcess;

/**
 * The packaged scraper under load: {@code FetchLoad PROJECT throughput|polite|trouble|dead|kills [HOSTS]}. Everything is on
 * loopback; a run ends by itself.
 */
public final class FetchLoad {
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(6);
    private static final int KILLS = 20;
    private static final int WARM_UP = 2_000;

    private final Path project;
    private final String scenario;
    private final int hosts;

    private FetchLoad(Path project, String scenario, int hosts) {
        this.project = project;
        this.scenario = scenario;
        this.hosts = hosts;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int hosts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        new FetchLoad(Path.of(arguments[0]), arguments[1], hosts).run();
    }

    private void run() throws IOException, InterruptedException {
        switch (scenario) {
            case "throughput" -> load("throughput", hostsOr(200), 30, Duration.ZERO, 1, false);
            case "polite" -> load("polite", hostsOr(50), 60, Duration.ofSeconds(1), 1, false);
            case "trouble" -> {
                load("without trouble", hostsOr(10_000) / 2, 1, Duration.ofSeconds(1), 1, false);
                load("with trouble", hostsOr(10_000), 1, Duration.ofSeconds(1), 1, true);
            }
            case "dead" -> dead(hostsOr(5_000));
            case "kills" -> kills(hostsOr(40), 60);
            default ->
                throw new IllegalArgumentException("throughput, polite, trouble, dead or kills, not " + scenario);
        }
    }

    private int hostsOr(int usual) {
        return hosts > 0 ? hosts : usual;
    }

    private void load(String name, int count, int pages, Duration delay, int scrapers, boolean trouble)
            throws IOException, InterruptedException {
        try (VirtualHosts sites = new VirtualHosts(LATENCY);
                Stage stage = new Stage()) {
            int well = 0;
            for (int host = 0; host < count; host++) {
                Manner manner = trouble ? troubled(host) : Manner.WELL;
                sites.behave(host, manner);
                well += manner == Manner.WELL ? 1 : 0;
            }
            List<ServiceProcess> running = new ArrayList<>();
            for (int i = 0; i < scrapers; i++) {
                running.add(stage.scraper(project, delay));
            }
            Processors before = Processors.taken(running, stage.database());
            long start = System.nanoTime();
            for (int page = 0; page < pages; page++) {
                for (int host = 0; host < count; host++) {
                    stage.request(sites.url(host, page));
                }
            }
            int wanted = well * pages;
            long[] ninetyPercent = {0};
            long[] peak = {0};
            int got = await(
                    stage,
                    wanted,
                    start,
                    ninetyPercent,
                    () -> peak[0] = Math.max(
                            peak[0], Resident.megabytes(running.getFirst().pid())));
            double seconds = (System.nanoTime() - start) / 1e9;
            Processors took = Processors.taken(running, stage.database()).since(before);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d of %d articles in %.1f s, %.1f a second (90 %% of them after %.1f s); shortest pause between two requests to a host %d ms; resident %d MB, at most %d MB; %s%n",
                    name,
                    got,
                    wanted,
                    seconds,
                    got / seconds,
                    ninetyPercent[0] / 1e9,
                    sites.shortestPause().toMillis(),
                    Resident.megabytes(running.getFirst().pid()),
                    peak[0],
                    took);
        }
    }

    /** Nothing but hosts in trouble, for a minute, after as many that are well: what one of them costs. */
    private void dead(int count) throws IOException, InterruptedException {
        try (VirtualHosts sites = new VirtualHosts(LATENCY);
                Stage stage = new Stage()) {
            for (int host = 0; host < count; host++) {
                sites.behave(host, troubled(host % 5));
            }
            List<ServiceProcess> running = List.of(stage.scraper(project, Duration.ofSeconds(1)));
            for (int host = 0; host < WARM_UP; host++) {
                stage.request(sites.url(count + host, 0));
            }
            await(stage, WARM_UP, System.nanoTime(), new long[1], () -> {});
            int before = sites.asked();
            Processors start = Processors.taken(running, stage.database());
            for (int host = 0; host < count; host++) {
                stage.request(sites.url(host, 0));
            }
            Thread.sleep(Duration.ofMinutes(1));
            Processors took = Processors.taken(running, stage.database()).since(start);
            System.out.printf(
                    Locale.ROOT,
                    "dead: %d hosts asked %d times in a minute; %s; %.2f ms of the scraper and %.2f ms of the database for each time%n",
                    count,
                    sites.asked() - before,
                    took,
                    10.0 * took.scrapers() / (sites.asked() - before),
                    10.0 * took.database() / (sites.asked() - before));
        }
    }

    private static Manner troubled(int host) {
        return switch (host % 10) {
            case 0, 1, 2 -> Manner.HANGS;
            case 3 -> Manner.RESETS;
            case 4 -> Manner.DRIPS;
            default -> Manner.WELL;
        };
    }

    private interface Sample {
        void take() throws IOException;
    }

    private static int await(Stage stage, int wanted, long start, long[] ninetyPercent, Sample sample)
            throws IOException {
        int got = 0;
        while (got < wanted && System.nanoTime() - start < LONGEST.toNanos()) {
            got = stage.published(Duration.ofMillis(200)).size();
            sample.take();
            if (ninetyPercent[0] == 0 && got >= 0.9 * wanted) {
                ninetyPercent[0] = System.nanoTime() - start;
            }
        }
        return got;
    }

    /** Two replicas, of which one is killed and started again, twenty times in turn. */
    private void kills(int count, int pages) throws IOException, InterruptedException {
        try (VirtualHosts sites = new VirtualHosts(LATENCY);
                Stage stage = new Stage()) {
            List<ServiceProcess> replicas = List.of(
                    stage.scraper(project, Duration.ofMillis(300)), stage.scraper(project, Duration.ofMillis(300)));
            long start = System.nanoTime();
            for (int page = 0; page < pages; page++) {
                for (int host = 0; host < count; host++) {
                    stage.request(sites.url(host, page));
                }
            }
            for (int kill = 0; kill < KILLS; kill++) {
                stage.published(Duration.ofSeconds(1));
                ServiceProcess replica = replicas.get(kill % 2);
                replica.kill();
                replica.start();
                replica.awaitReady();
            }
            int wanted = count * pages;
            int got = await(stage, wanted, start, new long[1], () -> {});
            Map<String, Integer> published = stage.published(Duration.ofSeconds(2));
            long repeated =
                    published.values().stream().filter(times -> times > 1).count();
            System.out.printf(
                    Locale.ROOT,
                    "kills: %d of %d articles after %d kills, %d of them published more than once, by the same identity; %.0f s; shortest pause between two requests to a host %d ms%n",
                    got,
                    wanted,
                    KILLS,
                    repeated,
                    (System.nanoTime() - start) / 1e9,
                    sites.shortestPause().toMillis());
        }
    }
}
