package org.onrecord.benchmarks.fetching;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Thousands of news sites on one machine: one server on all of the loopback addresses, each of which is a host of its own.
 * Notes when each was asked.
 */
public final class VirtualHosts implements AutoCloseable {
    /** How a host behaves. */
    enum Manner {
        WELL,
        HANGS,
        RESETS,
        DRIPS
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Duration latency;
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> asked = new ConcurrentHashMap<>();

    public VirtualHosts(Duration latency) throws IOException {
        this.latency = latency;
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 4096);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The address of a host, from 0 to 65,000. */
    static String address(int host) {
        return "127.1." + host / 250 + "." + (1 + host % 250);
    }

    /** The address of a page of a host. */
    public String url(int host, int page) {
        return "http://" + address(host) + ":" + port() + "/news/" + page + ".html";
    }

    void behave(int host, Manner manner) {
        manners.put(address(host), manner);
    }

    /** How many requests there were, of all hosts. */
    int asked() {
        return asked.values().stream().mapToInt(List::size).sum();
    }

    /** The shortest time between two requests to one host; empty list of hosts gives the longest duration. */
    Duration shortestPause() {
        long shortest = Long.MAX_VALUE;
        for (List<Long> times : asked.values()) {
            List<Long> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            for (int i = 1; i < sorted.size(); i++) {
                shortest = Math.min(shortest, sorted.get(i) - sorted.get(i - 1));
            }
        }
        return Duration.ofNanos(shortest);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getLocalAddress().getAddress().getHostAddress();
        asked.computeIfAbsent(host, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(System.nanoTime());
        switch (manners.getOrDefault(host, Manner.WELL)) {
            case WELL -> page(exchange, host);
            case HANGS -> await(closing, Duration.ofHours(1));
            case RESETS -> exchange.close();
            case DRIPS -> drip(exchange);
        }
    }

    private void page(HttpExchange exchange, String host) throws IOException {
        await(closing, latency);
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        byte[] body = article(host, path).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!await(closing, Duration.ofSeconds(1))) {
                out.write(' ');
                out.flush();
            }
        }
    }

    private static boolean await(CountDownLatch closing, Duration longest) {
        try {
            return closing.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Some 40 KB, of which the article is a tenth, as on a news page. */
    private static String article(String host, String path) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><title>Council votes on ")
                .append(path)
                .append("</title><script>");
        html.append("window.data = {\"key\": \"value\"};".repeat(400)).append("</script></head><body><nav>");
        for (int i = 0; i < 60; i++) {
            html.append("<li><a href=\"/section/")
                    .append(i)
                    .append("\">Section ")
                    .append(i)
                    .append("</a></li>");
        }
        html.append("</nav><article><h1>Council votes on ")
                .append(path)
                .append(" of ")
                .append(host)
                .append("</h1>");
        for (int i = 0; i < 12; i++) {
            html.append("<p>“We looked at item ")
                    .append(i)
                    .append(" of ")
                    .append(path)
                    .append(" twice,” the clerk of ")
                    .append(host)
                    .append(
                            " told the meeting on Monday, and added that nobody had found a better way to mend the roof of the old market hall before the winter.</p>");
        }
        html.append("</article><aside>");
        for (int i = 0; i < 60; i++) {
            html.append("<div class=\"teaser\"><a href=\"/news/")
                    .append(i)
                    .append("\">Another story that is told elsewhere, number ")
                    .append(i)
                    .append("</a></div>");
        }
        return html.append("</aside></body></html>").toString();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
