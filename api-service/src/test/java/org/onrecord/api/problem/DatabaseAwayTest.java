package org.onrecord.api.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.local.KafkaTestResource;
import org.onrecord.local.PostgresTestResource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.api.Eventually.eventually;

/** While the database is away, each question is told so within seconds; afterwards everything is as before. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class DatabaseAwayTest {

    private static final String ID = "00000000-0000-3000-8000-000000000000";
    private static final List<String> QUESTIONS = List.of(
            "/v1/quotes",
            "/v1/quotes/" + ID,
            "/v1/articles?q=iran",
            "/v1/articles/" + ID,
            "/v1/entities",
            "/v1/entities/" + ID,
            "/v1/trace?request=" + ID,
            "/v1/trace?url=http://example.org");

    PostgresTestResource postgresql;

    @Test
    void whoAsksMeanwhileIsToldToAskAgain() throws IOException {
        postgresql.stopServer();
        try {
            for (String question : QUESTIONS) {
                given().when()
                        .get(question)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "5")
                        .body("type", equalTo("https://onrecord.org/problems/database-away"));
            }
        } finally {
            postgresql.startServer();
        }

        eventually()
                .untilAsserted(() -> assertThat(get("/v1/quotes").statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "57P03, true", "53300, true", "57014, false", "42601, false"})
    void whatIsTheDatabasesFailureIsToldFromTheQuerys(String state, boolean away) {
        Exception failure = new IllegalStateException(new SQLException("failed", state));

        assertThat(DatabaseTrouble.isAway(failure)).isEqualTo(away);
        assertThat(DatabaseTrouble.isTooSlow(failure)).isEqualTo(state.equals("57014"));
        assertThat(DatabaseTrouble.isAway(new IllegalStateException("no SQL"))).isFalse();
    }
}
