package org.onrecord.api.access;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.SlowReader;
import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.onrecord.api.Eventually.eventually;

/** A key has its share of streams, exports and connections, and leaves the rest to others. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(SharesTest.Small.class)
class SharesTest {

    @Inject
    DataSource database;

    private KeySecret greedy;
    private KeySecret modest;

    @BeforeEach
    void keys() throws SQLException {
        try (Connection connection = database.getConnection()) {
            greedy = KeyCommand.create(connection, "greedy", Scope.WRITE, null);
            modest = KeyCommand.create(connection, "modest", Scope.WRITE, null);
        }
    }

    @Test
    void aKeyMayHaveSoManyStreamsAndAllSoMany() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            open.add(open("/v1/stream", greedy));
            open.add(open("/v1/stream", greedy));
            tooMuch(get("/v1/stream", greedy), "2 streams open");
            open.add(open("/v1/stream", modest));
            get("/v1/stream", modest)
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("\\d+"))
                    .body("type", endsWith("/busy"))
                    .body("detail", containsString("3 streams open"));

            open.getFirst().close();

            eventually().until(() -> isOpened(open, "/v1/stream", greedy));
        } finally {
            close(open);
        }
    }

    @Test
    void aKeyMayHaveSoManyExports() throws Exception {
        new StoredNews(database).moreQuotesThanBuffersTake();
        List<Socket> stalled = new ArrayList<>();
        try {
            stalled.add(open("/v1/exports/quotes", greedy));
            stalled.add(open("/v1/exports/quotes?format=csv", greedy));

            tooMuch(get("/v1/exports/quotes?speaker=nobody", greedy), "2 exports under way");
            get("/v1/exports/quotes?speaker=nobody", modest).statusCode(200);
            stalled.removeFirst().close();
            eventually()
                    .until(() -> get("/v1/exports/quotes?speaker=nobody", greedy)
                                    .extract()
                                    .statusCode()
                            == 200);
        } finally {
            close(stalled);
        }
    }

    @Test
    void slowQuestionsOfOneKeyLeaveConnectionsToOthers() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Connection lock = database.getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE quote IN ACCESS EXCLUSIVE MODE");
            List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
            // Each is given up after ten seconds: as one ends another one comes.
            eventually().until(() -> {
                for (int i = 0; i < 5; i++) {
                    slow.add(client.sendAsync(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/quotes"))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .header("Authorization", "Bearer " + greedy.text())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()));
                }
                return slow.stream()
                        .filter(CompletableFuture::isDone)
                        .anyMatch(answer -> answer.join().statusCode() == 429);
            });

            get("/v1/trace?url=https://courier.example/none", modest).statusCode(404);
            lock.rollback();
            eventually().until(() -> get("/v1/quotes", greedy).extract().statusCode() == 200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/quotes",
                "HEAD /v1/quotes",
                "GET /v1/none",
                "GET /v1/quotes?limit=many",
                "GET /v1/quotes/none",
                "PATCH /v1/quotes",
                "HEAD /v1/exports/quotes",
                "GET /v1/exports/quotes?speaker=nobody",
                "GET /v1/exports/quotes?cursor=x",
                "GET /v1/stream?after=x",
                "HEAD /v1/stream",
                "POST /v1/analyze",
                "POST /v1/extract",
                "GET /v1/sources"
            })
    void whateverEndsGivesItsPlaceBack(String request) {
        String[] parts = request.split(" ");
        for (int i = 0; i < 20; i++) {
            int round = i;
            // The answer may be there a moment before its place is given back.
            eventually()
                    .until(() -> given().header("Authorization", "Bearer " + modest.text())
                                    .header("Content-Type", "application/json")
                                    .header("X-Round", round)
                                    .request(parts[0], parts[1])
                                    .statusCode()
                            != 429);
        }
    }

    private static void tooMuch(ValidatableResponse answer, String what) {
        answer.statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", endsWith("/too-much-at-once"))
                .body("detail", containsString(what));
    }

    private static ValidatableResponse get(String path, KeySecret key) {
        return given().header("Authorization", "Bearer " + key.text()).get(path).then();
    }

    private static boolean isOpened(List<Socket> open, String path, KeySecret key) {
        try {
            open.add(open(path, key));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns when the answer has begun, and reads no more of it. */
    private static Socket open(String path, KeySecret key) throws IOException {
        Socket socket = SlowReader.ask(path, "Authorization: Bearer " + key.text());
        String status = SlowReader.status(socket);
        if (!status.equals("HTTP/1.1 200")) {
            socket.close();
            throw new IOException(status);
        }
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Few of everything. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "onrecord.access.mode", "keys",
                    "onrecord.access.requests-per-minute", "100000",
                    "onrecord.access.requests-at-once", "3",
                    "onrecord.streams.per-key", "2",
                    "onrecord.streams.at-once", "3",
                    "quarkus.http.idle-timeout", "1H",
                    "onrecord.exports.patience", "1H");
        }
    }
}
