package org.onrecord.api.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** Strangers guess keys by the hundred while the database takes its time. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(ForgedKeysTest.WithKeys.class)
class ForgedKeysTest {

    private static final int MORE_THAN_MAY_WAIT = 600;

    @Inject
    DataSource database;

    @Test
    void whoWasLetInBeforeIsLetInWhileStrangersWait() throws Exception {
        KeySecret known = create();
        List<KeySecret> slow = List.of(create(), create());
        assertThat(status(known)).isEqualTo(200);
        try (HttpClient stranger = HttpClient.newHttpClient();
                Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            slow.forEach(key -> lock(lock, key));
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            slow.forEach(key -> answers.add(ask(stranger, key)));
            for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
                answers.add(ask(stranger, KeySecret.random()));
            }
            eventually()
                    .until(() -> answers.stream()
                            .filter(CompletableFuture::isDone)
                            .anyMatch(answer -> answer.join().statusCode() == 503));

            assertThat(status(known)).isEqualTo(200);
            assertThat(answers).anyMatch(answer -> !answer.isDone());
            lock.rollback();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                HttpResponse<String> response = answer.get(5, TimeUnit.MINUTES);
                assertThat(response.statusCode()).isIn(200, 401, 503);
                assertThat(response.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(response.statusCode() == 503);
            }
            assertThat(status(slow.getFirst())).isEqualTo(200);
        }
    }

    private KeySecret create() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return KeyCommand.create(connection, "a test's", Scope.READ, null);
        }
    }

    private static void lock(Connection connection, KeySecret key) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM access_key WHERE hash = ? FOR UPDATE")) {
            statement.setBytes(1, key.hash());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(HttpClient client, KeySecret key) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/quotes"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + key.text())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int status(KeySecret key) {
        return given().header("Authorization", "Bearer " + key.text())
                .get("/v1/quotes")
                .statusCode();
    }

    public static final class WithKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.access.mode", "keys");
        }
    }
}
