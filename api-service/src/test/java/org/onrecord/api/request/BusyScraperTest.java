package org.onrecord.api.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.onrecord.api.Eventually.eventually;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = BusyScraperTest.Scraper.class, restrictToAnnotatedClass = true)
class BusyScraperTest {

    private static final String BUSY = """
            {"type": "https://onrecord.org/problems/busy", "title": "Too much to do", "status": 503,
             "detail": "Send it again later.", "instance": "/v1/submissions"}""";

    @BeforeEach
    void started() {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whoSubmitsIsToldThatTheScraperHasTooMuchToDo() {
        Scraper.answers("application/problem+json", BUSY);

        submitted().body("type", endsWith("/problems/busy"));
    }

    @Test
    void aScraperThatCannotPublishIsNotBusy() {
        Scraper.answers("application/problem+json", BUSY.replace("busy", "broker-away"));

        submitted().body("type", endsWith("/problems/scraper-away"));
    }

    @Test
    void whatStandsBeforeTheScraperMayAnswerWithAnything() {
        Scraper.answers("text/html", "<h1>Service Unavailable</h1>");

        submitted().body("type", endsWith("/problems/scraper-away"));
    }

    private static ValidatableResponse submitted() {
        return given().contentType("application/json")
                .body(Map.of("text", "The ferry was late again on Monday, the harbour master said."))
                .post("/v1/articles")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5");
    }

    /** Says over and over that it cannot, in whatever words it is told. */
    public static final class Scraper implements QuarkusTestResourceLifecycleManager {

        private record Answer(String type, byte[] body) {}

        private static volatile Answer answer = new Answer("text/plain", new byte[0]);

        private HttpServer server;

        static void answers(String type, String body) {
            answer = new Answer(type, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                Answer said = answer;
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", said.type());
                exchange.sendResponseHeaders(503, said.body().length);
                exchange.getResponseBody().write(said.body());
                exchange.close();
            });
            server.start();
            return Map.of(
                    "quarkus.rest-client.scraper.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
