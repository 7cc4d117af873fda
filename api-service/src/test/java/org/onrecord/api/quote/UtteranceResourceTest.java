package org.onrecord.api.quote;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class UtteranceResourceTest {

    @Inject
    DataSource database;

    @BeforeEach
    void sameWordsInTwoPlaces() throws SQLException {
        StoredNews news = new StoredNews(database);
        news.store("/second", "2014-06-17T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/first", "2014-06-16T12:00:00Z", "Secretary Kerry", "We are open — to “discussions”", "Iran");
        news.store("/yes", "2014-06-16T12:00:00Z", "John Kerry", "Yes, of course", "Iran");
        news.store("/too", "2014-06-16T12:00:00Z", "José Ortega", "Yes, of course", "Iran");
    }

    @Test
    void theSameWordsAreOneUtteranceWithItsPublicationsFromTheOldestOn() {
        String utterance = utteranceOf("/second");

        assertThat(utteranceOf("/first")).isEqualTo(utterance);
        String next = given().get("/v1/utterances/" + utterance + "?limit=1")
                .then()
                .statusCode(200)
                .body("total.value", equalTo(2))
                .body("items.article.url", contains("https://news.example.org/first"))
                .extract()
                .path("next");
        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.article.url", contains("https://news.example.org/second"));
    }

    @Test
    void aFewWordsAreTheSameOnlyFromTheSameSpeaker() {
        assertThat(utteranceOf("/yes")).isNotEqualTo(utteranceOf("/too"));
    }

    @Test
    void anUnknownUtteranceIsAProblem() {
        given().get("/v1/utterances/" + StoredNews.id("nothing")).then().statusCode(404);
    }

    private static String utteranceOf(String path) {
        return given().get("/v1/quotes/" + StoredNews.id("quote " + path))
                .then()
                .statusCode(200)
                .extract()
                .path("utteranceId");
    }
}
