package org.onrecord.api.unchanged;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class AnswerTagsTest {

    private static final UUID KERRY = StoredNews.entityId("person", "John Kerry");

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void oneStory() throws SQLException {
        news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/quotes?speaker=Kerry", "/v1/articles", "/v1/entities", "/v1/timeline", "/v1/top"})
    void anAnswerThatStillHoldsIsNotSentAgain(String question) {
        String tag = given().get(question)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", startsWith("W/"))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get(question)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
    }

    @Test
    void aHeadRequestHasTheTagOfItsAnswer() {
        String tag = given().get("/v1/quotes?speaker=Kerry").header("ETag");

        given().head("/v1/quotes?speaker=Kerry")
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .body(emptyString());
    }

    @Test
    void oneThatHasChangedIs() throws SQLException {
        String tag = given().get("/v1/quotes?speaker=Kerry").header("ETag");
        news.store("/b", "2014-06-17T12:00:00Z", "John Kerry", "We are still open to discussions", "Iran");

        given().header("If-None-Match", tag)
                .get("/v1/quotes?speaker=Kerry")
                .then()
                .statusCode(200)
                .header("ETag", not(tag))
                .body("items", hasSize(2));
    }

    @Test
    void aProblemHasNone() {
        given().get("/v1/entities/" + KERRY + "0").then().statusCode(404).header("ETag", nullValue());
    }
}
