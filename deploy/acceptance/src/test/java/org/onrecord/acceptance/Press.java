package org.onrecord.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A loopback web server that prints as many articles as are asked for, {@code /story/1}, {@code /story/2} …, each with
 * two quotations by a speaker of its own, and pages that misbehave.
 */
final class Press implements AutoCloseable {
    /** The number of the story that the feed tells of. */
    static final int OF_FEED = 640;

    private static final int HUGE_PAGE_MEGABYTES = 200;

    private volatile Callable<Void> deadly = () -> null;
    private final AtomicInteger deadlyVisits = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private Press(HttpServer server) {
        this.server = server;
    }

    static Press start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Press press = new Press(server);
        server.createContext("/story/", Press::story);
        server.createContext("/feed.xml", press::feed);
        server.createContext("/feeds/", press::feedOfKind);
        server.createContext("/huge", Press::huge);
        server.createContext("/broken", exchange -> respond(exchange, 500, "broken"));
        server.createContext("/loop", Press::loop);
        server.createContext("/deadly", press::deadly);
        server.setExecutor(press.workers);
        server.start();
        return press;
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String story(int number) {
        return "http://" + authority() + "/story/" + number;
    }

    /** Has something done while somebody waits for the deadly page. */
    void whenDeadlyIsAskedFor(Callable<Void> deed) {
        deadly = deed;
    }

    /** A page that ends whoever asks for it, if it was told to. */
    String deadly() {
        return "http://" + authority() + "/deadly";
    }

    /** How often it was asked for. */
    int deadlyVisits() {
        return deadlyVisits.get();
    }

    /** The surname of the only speaker of a story: a name no other story has. */
    static String speaker(int number) {
        return "Mar" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "son";
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static void story(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        String speaker = "Laura " + speaker(number);
        respond(exchange, 200, """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Council hears plan %1$d</title></head>
                <body><article><h1>Council hears plan %1$d</h1>
                <p>The town council heard the long-awaited plan number %1$d for the old harbour on Tuesday evening, after \
                months of delay and two public meetings.</p>
                <p>“Plan %1$d will give the harbour back to the people who live beside it,” said %2$s, who leads the \
                planning committee.</p>
                <p>%2$s said the work on plan %1$d would begin before the end of the winter.</p>
                <p>The council will vote on the proposal at its next meeting, which is open to all residents of the town \
                and will be held in the market hall.</p>
                </article></body></html>
                """.formatted(number, speaker));
    }

    /** Tells of one story, published just now. */
    private void feed(HttpExchange exchange) throws IOException {
        respond(exchange, 200, """
                <rss version="2.0"><channel><title>The press</title><link>http://%1$s/</link><description>News</description>
                <item><title>Plan</title><link>%2$s</link><pubDate>%3$s</pubDate></item></channel></rss>
                """.formatted(
                authority(),
                story(OF_FEED),
                DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC))));
    }

    /** {@code /feeds/640/rss-1.0.xml}: one of the test resources, telling of story 640, published just now. */
    private void feedOfKind(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (InputStream feed = Press.class.getResourceAsStream("/feeds/" + path[3])) {
            respond(
                    exchange,
                    200,
                    path[3].endsWith(".json") ? "application/feed+json" : "application/xml",
                    new String(feed.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("HOME", "http://" + authority())
                            .replace("STORY", story(Integer.parseInt(path[2])))
                            .replace("ISO", now.toString())
                            .replace("RFC", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC))));
        }
    }

    /** Writes without an end in sight; the reader is expected to hang up long before. */
    private static void huge(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        byte[] megabyte = "<p>All work and no play. </p>".repeat(40_000).getBytes(StandardCharsets.US_ASCII);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < HUGE_PAGE_MEGABYTES; i++) {
                out.write(megabyte);
            }
        } catch (IOException readerHungUp) {
            // What the test waits for.
        }
    }

    private void deadly(HttpExchange exchange) throws IOException {
        deadlyVisits.incrementAndGet();
        try {
            deadly.call();
        } catch (Exception e) {
            throw new IOException(e);
        }
        exchange.close();
    }

    private static void loop(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/loop");
        respond(exchange, 302, "round and round");
    }

    private static void respond(HttpExchange exchange, int status, String html) throws IOException {
        respond(exchange, status, "text/html; charset=utf-8", html);
    }

    private static void respond(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
