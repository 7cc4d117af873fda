package org.onrecord.benchmarks.fetching;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.onrecord.local.ServiceProcess;

/**
 * Feeds that do not change, each on a host of its own, polled by the packaged scraper: {@code FeedPolls PROJECT [FEEDS]}.
 * After the first reading every poll should be answered by 304.
 */
public final class FeedPolls {

    private static final String ENTITY_TAG = "\"as-it-was\"";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Polls of each feed that are waited for, after the first. */
    private static final int ROUNDS = 3;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> notModified = new ConcurrentHashMap<>();
    private final AtomicInteger readAgain = new AtomicInteger();

    private FeedPolls() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int feeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        new FeedPolls().run(Path.of(arguments[0]), feeds);
    }

    private void run(Path project, int feeds) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 4096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        try (Stage stage = new Stage()) {
            ServiceProcess scraper = stage.scraper(
                    project,
                    Duration.ofSeconds(1),
                    Map.of("ONRECORD_SOURCE_MIN_INTERVAL", "5S", "ONRECORD_SOURCE_MAX_INTERVAL", "10S"));
            long start = System.nanoTime();
            for (int feed = 0; feed < feeds; feed++) {
                add(
                        scraper.origin(),
                        VirtualHosts.address(feed) + ":" + server.getAddress().getPort());
            }
            double added = (System.nanoTime() - start) / 1e9;
            while (polledOften() < feeds && System.nanoTime() - start < LONGEST.toNanos()) {
                Thread.sleep(200);
            }
            int polls =
                    notModified.values().stream().mapToInt(AtomicInteger::get).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d feeds added in %.1f s; read once each: %d; then %d polls, %d of them answered by 304; every feed polled %d times or more after %.1f s; resident %d MB%n",
                    feeds,
                    added,
                    read.size(),
                    polls + readAgain.get(),
                    polls,
                    ROUNDS,
                    (System.nanoTime() - start) / 1e9,
                    Resident.megabytes(scraper.pid()));
        } finally {
            server.stop(0);
        }
    }

    private long polledOften() {
        return notModified.values().stream()
                .filter(times -> times.get() >= ROUNDS)
                .count();
    }

    private static void add(URI scraper, String host) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(scraper.resolve("/v1/sources"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"url\": \"http://%s/feed.xml\"}".formatted(host)))
                .build();
        int status =
                CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 201) {
            throw new IOException("the scraper answered " + status);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getLocalAddress().getAddress().getHostAddress();
        if (!exchange.getRequestURI().getPath().equals("/feed.xml")) {
            exchange.sendResponseHeaders(404, -1);
        } else if (ENTITY_TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.computeIfAbsent(host, any -> new AtomicInteger()).incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            if (!read.add(host)) {
                readAgain.incrementAndGet();
            }
            byte[] feed =
                    "<rss version=\"2.0\"><channel><title>T</title><link>http://%s/</link><description>D</description></channel></rss>"
                            .formatted(host)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", ENTITY_TAG);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
        exchange.close();
    }
}
