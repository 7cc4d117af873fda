package org.onrecord.api.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

import com.sun.net.httpserver.HttpServer;

/** A receiver of webhooks, on a port of its own. */
final class Receiver implements AutoCloseable {

    /** What came in. */
    record Received(String id, String timestamp, String signature, String mediaType, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What is answered: the request is sent back where the body is "ECHO". */
    record Answer(int status, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile IntFunction<Answer> answers;

    private Receiver(IntFunction<Answer> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    body));
            Answer answer = this.answers.apply(received.size());
            byte[] sent = answer.body().equals("ECHO") ? body : answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), sent.length == 0 ? -1 : sent.length);
            if (sent.length > 0) {
                exchange.getResponseBody().write(sent);
            }
            exchange.close();
        });
        server.start();
    }

    /** One that answers the same each time. */
    static Receiver answering(int status, String body) throws IOException {
        return new Receiver(number -> new Answer(status, body, Map.of()));
    }

    /** @param answers by the number of the request, from 1 on */
    static Receiver answering(IntFunction<Answer> answers) throws IOException {
        return new Receiver(answers);
    }

    void answers(int status, String body) {
        answers = number -> new Answer(status, body, Map.of());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> ids() {
        return received.stream().map(Received::id).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
