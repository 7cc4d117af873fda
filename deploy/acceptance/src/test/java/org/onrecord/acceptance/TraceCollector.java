package org.onrecord.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes traces as a collector does, over OTLP/HTTP. The messages are kept as they came: ids and names stand in them byte for
 * byte, which is all that is asked.
 */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    /** In ISO-8859-1, a character for each byte. */
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TraceCollector collector = new TraceCollector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    /** What has a service send its traces here. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_TIMEOUT",
                Eventually.WITHIN.toString(),
                "QUARKUS_OTEL_BSP_EXPORT_TIMEOUT",
                Eventually.WITHIN.toString(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "500ms");
    }

    /** Which of some services have sent spans of a trace. */
    Set<String> services(String traceId, String... services) {
        String id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
        return Stream.of(services)
                .filter(service ->
                        messages.stream().anyMatch(message -> message.contains(id) && message.contains(service)))
                .collect(Collectors.toSet());
    }

    /** Whether any span has some words. */
    boolean have(String words) {
        return messages.stream().anyMatch(message -> message.contains(words));
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] message = gzip
                ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                : exchange.getRequestBody().readAllBytes();
        messages.add(new String(message, StandardCharsets.ISO_8859_1));
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
