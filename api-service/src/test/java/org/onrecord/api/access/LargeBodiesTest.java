package org.onrecord.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** However many large bodies come at a time, they fit in memory: of the tests, 32 MiB. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = LargeBodiesTest.HangingReader.class, restrictToAnnotatedClass = true)
class LargeBodiesTest {

    private static final String HALF_OF_THE_LARGEST = "{\"text\": \"" + "x".repeat(5_000_000) + "\"}";

    @Test
    void whatDoesNotFitIsToComeAgain() throws IOException {
        List<Socket> begun = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                begun.add(begin(10_000_000));
            }

            eventually().until(() -> analyze(HALF_OF_THE_LARGEST).statusCode() == 503);
            Response refused = analyze(HALF_OF_THE_LARGEST);
            assertThat(refused.path("type").toString()).endsWith("/busy");
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(problem(analyze("{\"text\": \"x\"}"))).isNotEqualTo("busy");
        } finally {
            for (Socket socket : begun) {
                socket.close();
            }
        }

        eventually().until(() -> !problem(analyze(HALF_OF_THE_LARGEST)).equals("busy"));
    }

    @Test
    void whoSendsABodyAndLeavesMakesNoRoomForTheNext() throws IOException {
        HangingReader.hang();
        List<Socket> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.add(sendUntilTheReaderHasIt(i + 1));
        }
        for (Socket socket : sent) {
            socket.close();
        }

        for (int i = 0; i < 5; i++) {
            assertThat(problem(analyze(HALF_OF_THE_LARGEST))).isEqualTo("busy");
        }

        HangingReader.letGo();
        eventually().until(() -> !problem(analyze(HALF_OF_THE_LARGEST)).equals("busy"));
    }

    /** What an earlier caller took may not be given back yet when its connection is closed: a body that is refused comes again. */
    private static Socket sendUntilTheReaderHasIt(int requests) {
        AtomicReference<Socket> sent = new AtomicReference<>();
        eventually().ignoreException(SocketException.class).until(() -> {
            Socket socket = begin(10_000_000);
            socket.getOutputStream().write(new byte[10_000_000]);
            eventually()
                    .until(() -> HangingReader.asked.get() == requests
                            || socket.getInputStream().available() > 0);
            sent.set(socket);
            return HangingReader.asked.get() == requests;
        });
        return sent.get();
    }

    /** A body that is said to come, and does not. */
    private static Socket begin(int length) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(
                        ("POST /v1/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Response analyze(String body) {
        return given().contentType("application/json").body(body).post("/v1/analyze");
    }

    private static String problem(Response response) {
        String type = response.path("type");
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    /** In the place of the NLP service: answers nothing until it is let go. */
    public static final class HangingReader implements QuarkusTestResourceLifecycleManager {

        private static final AtomicInteger asked = new AtomicInteger();
        private static volatile CountDownLatch letGo = new CountDownLatch(0);

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private HttpServer server;

        static void hang() {
            asked.set(0);
            letGo = new CountDownLatch(1);
        }

        static void letGo() {
            letGo.countDown();
        }

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", this::answer);
            server.setExecutor(threads);
            server.start();
            return Map.of(
                    "onrecord.services.reader",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void answer(HttpExchange exchange) throws IOException {
            asked.incrementAndGet();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
