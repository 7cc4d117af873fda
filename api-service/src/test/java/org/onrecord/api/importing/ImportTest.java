package org.onrecord.api.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** Articles that somebody brings along, with a scraper in the place of the real one that reads whatever it gets. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = ImportTest.Scraper.class, restrictToAnnotatedClass = true)
class ImportTest {

    @TestHTTPResource("/v1/imports")
    URI imports;

    @BeforeEach
    void started() {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
        Scraper.SUBMITTED.clear();
    }

    private static String line(String words) {
        return "{\"text\": \"%s %s, the harbour master said on Monday.\"}\n".formatted(words, UUID.randomUUID());
    }

    private HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(imports)
                            .header("Content-Type", "application/jsonl")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static JsonPath done(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return done(accepted.headers().firstValue("Location").orElseThrow());
    }

    private static JsonPath done(String location) {
        eventually().until(() -> given().get(location).jsonPath().getLong("waiting") == 0);
        return given().get(location).jsonPath();
    }

    private static byte[] bytes(String... lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    @Test
    void aBrokenLineIsToldByItsNumberAndTheRestGoesOn() throws Exception {
        JsonPath status = done(send(bytes(
                line("The ferry runs"),
                "{\"text\": \n",
                "\n",
                "{\"text\": \"x\", \"published_at\": \"2019-03-14\"}\n",
                "[]\n",
                "{\"text\": 123}\n",
                "{\"text\": \"x\", \"publishedAt\": \"Thursday\"}\n",
                "{\"title\": \"alone\"}\n",
                line("The ferry stops").strip())));

        assertThat(status.getString("state")).isEqualTo("done");
        assertThat(status.getLong("lines")).isEqualTo(8);
        assertThat(status.getLong("broken")).isEqualTo(6);
        assertThat(status.getMap("outcomes")).isEqualTo(Map.of("extracted", 2));
        assertThat(status.getList("problems.line")).containsExactly(2, 4, 5, 6, 7, 8);
        assertThat(status.getString("problems[1].detail")).contains("published_at");
        assertThat(Scraper.SUBMITTED).hasSize(2);
    }

    @Test
    void whatIsToldOfAnArticleReachesTheScraper() throws Exception {
        done(
                send(
                        bytes(
                                "{\"url\": \"https://news.example/%s\", \"title\": \"Harbour plan passes\", \"html\": \"<p>x\", "
                                                .formatted(UUID.randomUUID())
                                        + "\"publishedAt\": \"2019-03-14\", \"authors\": [\" June Marsh \", \"Ben Ode\"], \"language\": \"en-GB\", \"site\": \"The Herald\"}")));

        JsonNode submitted = Scraper.SUBMITTED.getFirst();
        assertThat(submitted.path("title").asText()).isEqualTo("Harbour plan passes");
        assertThat(submitted.path("publishedAt").asText()).isEqualTo("2019-03-14T00:00:00Z");
        assertThat(submitted.path("authors")).extracting(JsonNode::asText).containsExactly("June Marsh", "Ben Ode");
        assertThat(submitted.path("language").asText()).isEqualTo("en");
        assertThat(submitted.path("site").asText()).isEqualTo("The Herald");
    }

    @Test
    void theSameBodySentAgainPackedDoesNothingTwice() throws Exception {
        byte[] body = bytes(line("One"), line("Two"), line("Three"));
        done(send(body));

        JsonPath again = done(send(gzip(body)));

        assertThat(again.getLong("known")).isEqualTo(3);
        assertThat(Scraper.SUBMITTED).hasSize(3);
    }

    @Test
    void aBodyOfAnyLengthIsTakenAndALineThatIsTooLongIsLeftOut() throws Exception {
        String words = "The ferry runs all winter. ".repeat(1_000);
        byte[] body = bytes(
                IntStream.range(0, 400).mapToObj(any -> line(words)).collect(Collectors.joining()),
                "{\"text\": \"" + "x".repeat(11 << 20) + "\"}\n",
                line("The last one"));

        JsonPath status = done(send(body));

        assertThat(body.length).isGreaterThan(20 << 20);
        assertThat(status.getMap("outcomes")).isEqualTo(Map.of("extracted", 401));
        assertThat(status.getList("problems.line")).containsExactly(401);
    }

    @Test
    void aBodyThatIsCutOffIsReadAsFarAsItCameAndGoesOnWhenItIsSentAgain() throws Exception {
        byte[] body =
                bytes(IntStream.range(0, 500).mapToObj(any -> line("Line")).collect(Collectors.joining()));
        try (Socket socket = new Socket(imports.getHost(), imports.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            out.flush();
            eventually().until(() -> Scraper.SUBMITTED.size() >= 200);
        }

        JsonPath status = done(send(body));

        assertThat(status.getLong("known")).isGreaterThanOrEqualTo(200);
        assertThat(status.getString("state")).isEqualTo("done");
        assertThat(Scraper.SUBMITTED.stream()
                        .map(each -> each.path("requestId").asText())
                        .distinct())
                .hasSize(500);
        assertThat(Scraper.SUBMITTED).hasSize(500);
    }

    @Test
    void whatIsNoBodyOfLinesIsRefused() throws Exception {
        assertThat(send(bytes("\n \n")).statusCode()).isEqualTo(400);
        assertThat(send(new byte[] {0x1f, (byte) 0x8b, 0, 0}).statusCode()).isEqualTo(400);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/imports")
                .then()
                .statusCode(415);
        given().get("/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** Notes what it gets, and says that it is an article. */
    public static final class Scraper implements QuarkusTestResourceLifecycleManager {
        static final List<JsonNode> SUBMITTED = new CopyOnWriteArrayList<>();

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", Scraper::answer);
            server.start();
            return Map.of(
                    "quarkus.rest-client.scraper.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        private static void answer(HttpExchange exchange) throws IOException {
            SUBMITTED.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            byte[] said = "{\"outcome\": {\"stage\": \"extract\", \"reason\": \"extracted\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
