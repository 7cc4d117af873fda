package org.onrecord.benchmarks.line;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Many news sites on one machine: one server on loopback addresses, each of which is a host of its own. */
final class NewsSites implements AutoCloseable {

    static final int HOSTS = 200;

    private final HttpServer server;

    NewsSites() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a page. */
    String url(int number) {
        return "http://127.2.0." + (1 + number % HOSTS) + ":"
                + server.getAddress().getPort() + "/news/" + number + ".html";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/news/")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        int number = Integer.parseInt(path.replaceAll("\\D", ""));
        byte[] body = NewsPage.html(number, exchange.getLocalAddress().getHostString())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
