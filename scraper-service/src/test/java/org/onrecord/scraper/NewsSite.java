package org.onrecord.scraper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A site on a loopback socket that the scraper under test may fetch from, good pages and bad. */
public final class NewsSite implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, AtomicInteger> VISITS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> NOT_MODIFIED = new ConcurrentHashMap<>();
    private static final Map<String, Published> PUBLISHED = new ConcurrentHashMap<>();
    private static volatile String origin;

    private static final Waiting SLOW = new Waiting();

    private final Waiting stopping = new Waiting();
    private HttpServer server;
    private ExecutorService workers;

    /** Scheme, host and port, without a slash at the end. */
    public static String origin() {
        return origin;
    }

    /** The same site under another host's name. */
    public static String otherOrigin() {
        return origin.replace("127.0.0.1", "localhost");
    }

    /** Lays a document at a path, or another in its place; whoever has it already is told so by 304. */
    public static void publish(String path, String type, String body) {
        publish(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Has a file answered with from now on, as it is. */
    public static void publish(String path, String type, byte[] file) {
        PUBLISHED.put(path, new Published(type, file));
    }

    /** How often a path was asked for by somebody who had the document already. */
    public static int notModified(String path) {
        return NOT_MODIFIED.getOrDefault(path, new AtomicInteger()).get();
    }

    /** How often a path was asked for. */
    public static int visits(String path) {
        return VISITS.getOrDefault(path, new AtomicInteger()).get();
    }

    /** Has {@code /slow.html} answered, which nobody gets before. */
    public static void answerSlow() {
        SLOW.end();
    }

    private static void lessThanAnnounced(HttpExchange exchange) throws IOException {
        byte[] page = Pages.FERRY.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("ETag", "\"short\"");
        exchange.sendResponseHeaders(200, page.length + 1000);
        exchange.getResponseBody().write(page);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workers = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(workers);
        serve("/", NewsSite::published);
        serve("/robots.txt", exchange -> answer(exchange, 200, "text/plain", """
                User-agent: *
                Disallow: /private/

                User-agent: GPTBot
                Disallow: /
                """));
        serve("/ferry.html", exchange -> answer(exchange, 200, "text/html; charset=utf-8", Pages.FERRY));
        serve("/unchanged.html", NewsSite::unchanged);
        serve("/fresh.html", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
            answer(exchange, 200, "text/html; charset=utf-8", Pages.FERRY);
        });
        serve("/noindex.html", exchange -> {
            exchange.getResponseHeaders().set("X-Robots-Tag", "noindex");
            answer(exchange, 200, "text/html; charset=utf-8", Pages.FERRY);
        });
        serve("/noarchive.html", exchange -> {
            exchange.getResponseHeaders().set("X-Robots-Tag", "noarchive, nosnippet");
            answer(exchange, 200, "text/html; charset=utf-8", Pages.FERRY);
        });
        serve("/moved.html", exchange -> redirect(exchange, "/ferry.html?utm_source=moved#top"));
        serve("/inward.html", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data/"));
        serve("/circle.html", exchange -> redirect(exchange, "/circle.html"));
        serve("/into-private.html", exchange -> redirect(exchange, "/private/ferry.html"));
        serve("/private/ferry.html", exchange -> answer(exchange, 200, "text/html", Pages.FERRY));
        serve("/picture.png", exchange -> answer(exchange, 200, "image/png", "not for reading"));
        serve("/gone.html", exchange -> answer(exchange, 410, "text/html", "gone"));
        serve("/troubled.html", NewsSite::troubled);
        serve("/broken.html", exchange -> answer(exchange, 503, "text/html", "down"));
        serve("/endless.html", NewsSite::endless);
        serve("/silent.html", exchange -> stopping.await());
        serve("/slow.html", exchange -> {
            SLOW.await();
            answer(exchange, 200, "text/html; charset=utf-8", Pages.FERRY);
        });
        serve("/cut.html", HttpExchange::close);
        serve("/short.html", NewsSite::lessThanAnnounced);
        serve("/.well-known/tdmrep.json", exchange -> answer(exchange, 200, "application/json", """
                [{"location": "/mining/", "tdm-reservation": 1}]"""));
        server.start();
        String authority = "127.0.0.1:" + server.getAddress().getPort();
        origin = "http://" + authority;
        String authorities = authority + ",localhost:" + server.getAddress().getPort();
        return Map.of(
                // And what Neighbours listen on.
                "onrecord.fetch.allow", authorities + ",127.0.1.0/24",
                "onrecord.fetch.own-hosts", authorities,
                "onrecord.frontier.host-back-off", "20ms",
                "onrecord.source.min-interval", "200ms",
                "onrecord.source.max-interval", "400ms",
                "onrecord.fetch.back-off", "20ms",
                // Of this site everything is waited for but what never comes.
                "onrecord.fetch.first-byte-timeout", "5m",
                "onrecord.fetch.timeout", "10m",
                // Nobody is killed here: what is leased is never asked for twice, be its worker as slow as it likes.
                "onrecord.frontier.lease", "10m");
    }

    @Override
    public void stop() {
        SLOW.end();
        stopping.end();
        server.stop(0);
        workers.close();
    }

    /** Holds an exchange until it is let go. */
    private static final class Waiting {
        private final CountDownLatch ended = new CountDownLatch(1);

        void await() throws IOException {
            try {
                ended.await();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        void end() {
            ended.countDown();
        }
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            VISITS.computeIfAbsent(exchange.getRequestURI().getPath(), any -> new AtomicInteger())
                    .incrementAndGet();
            handler.handle(exchange);
        });
    }

    private record Published(String type, byte[] file) {
        String entityTag() {
            return "\"" + Integer.toHexString(Arrays.hashCode(file)) + "\"";
        }
    }

    private static void published(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Published document = PUBLISHED.get(path);
        if (document == null) {
            answer(exchange, 404, "text/html", "<html><body>Not here</body></html>");
        } else if (document.entityTag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            NOT_MODIFIED.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        } else {
            exchange.getResponseHeaders().set("ETag", document.entityTag());
            answer(exchange, 200, document.type(), document.file());
        }
    }

    /** In trouble twice, then well. */
    private static void troubled(HttpExchange exchange) throws IOException {
        boolean well = visits("/troubled.html") > 2;
        answer(exchange, well ? 200 : 503, "text/html; charset=utf-8", Pages.FERRY);
    }

    /** Has an ETag, and listens to who has it. */
    private static void unchanged(HttpExchange exchange) throws IOException {
        String tag = "\"of-today\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        } else {
            answer(exchange, 200, "text/html; charset=utf-8", Pages.FERRY);
        }
    }

    /** 200 MB, unless the reader goes away. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = "<p>More and more of the same words.</p>\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int sent = 0; sent < 200_000_000; sent += chunk.length) {
                body.write(chunk);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, file.length);
        exchange.getResponseBody().write(file);
        exchange.close();
    }
}
