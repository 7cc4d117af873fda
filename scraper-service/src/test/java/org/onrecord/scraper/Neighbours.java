package org.onrecord.scraper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Hosts that the scraper owes its usual delay, each on a loopback address of its own; they note when they are asked. The
 * last hangs until it is let go.
 */
public final class Neighbours implements AutoCloseable {

    private final Map<String, ConcurrentLinkedQueue<Long>> visits = new ConcurrentHashMap<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch letGo = new CountDownLatch(1);

    /** Starts hosts of which the last does not answer before it is let go, except for its robots.txt. */
    public Neighbours(int hosts) throws IOException {
        for (int host = 1; host <= hosts; host++) {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.1." + host), 0), 0);
            boolean hangs = host == hosts;
            server.createContext("/", exchange -> answer(exchange, hangs));
            server.setExecutor(workers);
            server.start();
            servers.add(server);
        }
    }

    /** Scheme, host and port of each, the one that hangs last. */
    public List<String> origins() {
        return servers.stream()
                .map(server -> "http://" + authority(server.getAddress()))
                .toList();
    }

    /** How often an origin was asked, its robots.txt included. */
    public int visits(String origin) {
        return times(origin).size();
    }

    /** When an origin was asked last, by {@link System#nanoTime()}. */
    public long lastVisit(String origin) {
        return Collections.max(times(origin));
    }

    /** Has the host that hangs answer. */
    public void letGo() {
        letGo.countDown();
    }

    private Queue<Long> times(String origin) {
        return visits.getOrDefault(origin.substring("http://".length()), new ConcurrentLinkedQueue<>());
    }

    @Override
    public void close() {
        letGo();
        servers.forEach(server -> server.stop(0));
        workers.close();
    }

    private static String authority(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private void answer(HttpExchange exchange, boolean hangs) throws IOException {
        visits.computeIfAbsent(authority(exchange.getLocalAddress()), any -> new ConcurrentLinkedQueue<>())
                .add(System.nanoTime());
        boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
        if (hangs && !robots) {
            hang();
        }
        byte[] body = robots ? new byte[0] : Pages.FERRY.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", robots ? "text/plain" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void hang() throws IOException {
        try {
            letGo.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
