package org.onrecord.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The small news site under {@code seeds/site}, served over HTTP on a loopback socket. Its pages write
 * <code>{{origin}}</code> where their own absolute URLs go, since the port is known only here.
 */
public final class SeedSite implements AutoCloseable {
    private static final String PAGES = "/seeds/site";

    /** HTML goes without a charset: each page declares its own, as the sites that it imitates do. */
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html",
            "xml", "application/xml",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService workers;
    private final byte[] origin;

    private SeedSite(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
        this.origin = origin().toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Serves the site until closed.
     *
     * @param port the port on 127.0.0.1 to listen on
     * @throws IOException if the port is taken
     */
    public static SeedSite start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        SeedSite site = new SeedSite(server, workers);
        server.createContext("/", site::answer);
        server.setExecutor(workers);
        server.start();
        return site;
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().normalize().getPath();
            String file = path.endsWith("/") ? path + "index.html" : path;
            byte[] page = read(file);
            int status = 200;
            if (page == null) {
                status = 404;
                file = "/404.html";
                page = read(file);
            }
            byte[] body = page == null ? new byte[0] : withOrigin(page);
            String type =
                    CONTENT_TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
            if (!head) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = SeedSite.class.getResourceAsStream(PAGES + file)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    /** Replaces in Latin-1, which maps every byte to itself, because the pages are in several charsets. */
    private byte[] withOrigin(byte[] page) {
        return new String(page, StandardCharsets.ISO_8859_1)
                .replace("{{origin}}", new String(origin, StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
