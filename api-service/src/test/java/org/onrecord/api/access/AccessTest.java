package org.onrecord.api.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.onrecord.api.Eventually.eventually;

/** Without a key nothing answers but health; with one, what its scope allows, as often as it may. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(AccessTest.WithKeys.class)
class AccessTest {
    private static final int PER_MINUTE = 5;
    private static final String DESK = "https://desk.example";
    private static final String SUBMISSION = "{\"url\": \"https://courier.example/story\"}";

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/quotes", "/q/openapi", "/q/metrics", "/q/swagger-ui/", "/q/health/../metrics", "/none"})
    void nothingAnswersWithoutAKey(String path) {
        given().urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", endsWith("/unauthenticated"));
    }

    @Test
    void aPageOfANamedOriginMayReadAnswersAndRefusals() {
        given().header("Origin", DESK)
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/quotes")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", DESK)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
        given().header("Origin", DESK)
                .get("/v1/quotes")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", DESK)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        given().header("Origin", DESK + ".evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/quotes")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", equalTo("origin"));
        given().get("/v1/quotes")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void healthAnswersEverybody(String path) {
        eventually().until(() -> given().when().get(path).statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic YTpi", "Bearer", "Bearer x", "Bearer onr_0000000000000000000000000000000000000000000"})
    void whatIsNoKeyIsRefused(String authorization) {
        given().header("Authorization", authorization)
                .when()
                .get("/v1/quotes")
                .then()
                .statusCode(401);
    }

    @Test
    void aKeyOpensWhatItsScopeAllows() throws SQLException {
        KeySecret secret = create(Scope.READ, null);

        quotes(secret).statusCode(200).header("RateLimit-Policy", equalTo("\"key\";q=5;w=60"));
        submit(secret).statusCode(403).body("detail", containsString("scope write"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/analyze", "/v1/extract", "/mcp"})
    void aKeyThatReadsMaySendWhatIsReadAndForgotten(String path) throws SQLException {
        KeySecret secret = create(Scope.READ, null);

        given().contentType("application/json").body("{}").post(path).then().statusCode(401);
        assertThat(with(secret)
                        .contentType("application/json")
                        .body("{}")
                        .post(path)
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void aWriteReachesTheServiceWithItsBodyAndIsNoted() throws SQLException {
        KeySecret secret = create(Scope.WRITE, null);

        submit(secret).statusCode(202);

        assertThat(text(
                        "SELECT method || ' ' || path FROM audit JOIN access_key USING (key_id) WHERE hash = ?",
                        secret))
                .isEqualTo("POST /v1/articles");
        assertThat(text("SELECT last_used_at::text FROM access_key WHERE hash = ?", secret))
                .isNotNull();
    }

    @Test
    void anExpiredKeySaysThatItIs() throws SQLException {
        KeySecret secret = create(Scope.READ, OffsetDateTime.parse("2026-01-01T00:00:00Z"));

        quotes(secret).statusCode(401).body("detail", containsString("expired at 2026-01-01T00:00:00Z"));
    }

    @Test
    void aRevokedKeyIsNone() throws SQLException {
        KeySecret secret = create(Scope.READ, null);
        UUID id = UUID.fromString(text("SELECT key_id::text FROM access_key WHERE hash = ?", secret));

        try (Connection connection = database.getConnection()) {
            assertThat(new KeyCommand(() -> connection, System.out, System.err)
                            .execute(List.of("revoke", id.toString())))
                    .isZero();
        }

        quotes(secret).statusCode(401);
    }

    @Test
    void aKeyThatAsksTooOftenIsToldWhenToComeBack() throws SQLException {
        KeySecret secret = create(Scope.READ, null);
        for (int request = 0; request < PER_MINUTE; request++) {
            quotes(secret).statusCode(200);
        }

        // The first one that is too many: on a slow machine some more are earned meanwhile.
        ValidatableResponse refused = eventually()
                .until(() -> quotes(secret), answer -> answer.extract().statusCode() != 200);
        refused.statusCode(429)
                .header("RateLimit", matchesPattern("\"key\";r=0;t=\\d+"))
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .body("type", endsWith("/too-many-requests"));
    }

    @Test
    void whileTheDatabaseTakesNoWritesQuestionsAreAnswered() throws SQLException {
        KeySecret secret = create(Scope.WRITE, null);
        takeWrites(false);
        try {
            eventually().until(() -> {
                try (Connection connection = database.getConnection()) {
                    return connection.createStatement().executeUpdate("UPDATE access_key SET name = name") < 0;
                } catch (SQLException refused) {
                    return refused.getSQLState().equals("25006");
                }
            });

            with(secret).when().get("/v1/quotes").then().statusCode(200);
            with(secret)
                    .contentType("application/json")
                    .body(SUBMISSION)
                    .when()
                    .post("/v1/articles")
                    .then()
                    .statusCode(503)
                    .body("type", endsWith("/database-away"))
                    .body("detail", containsString("takes nothing new"));
        } finally {
            takeWrites(true);
        }
        submit(secret).statusCode(202);
    }

    private void takeWrites(boolean taken) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET default_transaction_read_only = " + (taken ? "off" : "on"));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @Test
    void theSecretIsNowhereInTheDatabase() throws SQLException {
        KeySecret secret = create(Scope.READ, null);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT string_agg(k::text, ' ') FROM access_key k")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain(secret.text().substring(4));
        }
    }

    private KeySecret create(Scope scope, OffsetDateTime expiresAt) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return KeyCommand.create(connection, "a test's", scope, expiresAt);
        }
    }

    private String text(String sql, KeySecret secret) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, secret.hash());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static RequestSpecification with(KeySecret secret) {
        return given().header("Authorization", "Bearer " + secret.text());
    }

    private static ValidatableResponse quotes(KeySecret secret) {
        return with(secret).when().get("/v1/quotes").then();
    }

    /** Again, as any client does, when the broker is too busy to take the request in time. */
    private static ValidatableResponse submit(KeySecret secret) {
        return eventually()
                .until(
                        () -> with(secret)
                                .contentType("application/json")
                                .body(SUBMISSION)
                                .when()
                                .post("/v1/articles")
                                .then(),
                        answer -> answer.extract().statusCode() != 503);
    }

    /** As outside the local line. */
    public static class WithKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "onrecord.access.mode",
                    "keys",
                    "onrecord.access.requests-per-minute",
                    String.valueOf(PER_MINUTE),
                    "onrecord.cors.origins",
                    DESK + ",https://other.example");
        }
    }
}
