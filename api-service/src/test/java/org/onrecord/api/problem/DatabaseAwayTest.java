package org.onrecord.api.problem;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

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
}
