package org.onrecord.api.timeline;

import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class CountResourceTest {

    @Inject
    DataSource database;

    @Inject
    QuoteCounts counts;

    @BeforeEach
    void oneStatementPrintedTwiceAndTwoOthers() throws SQLException {
        StoredNews news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions with them", "Iran");
        news.store("/b", "2014-06-16T23:59:59Z", "John Kerry", "We are OPEN to discussions – with them", "Iran");
        news.store("/c", "2014-06-22T12:00:00Z", "José Ortega", "The harbour belongs to the town", "Málaga");
        news.store("/d", "2014-07-01T00:00:00Z", "John Kerry", "We will talk about the harbour", "Málaga");
    }

    @Test
    void articlesAreCountedOfTheSitesThatAreAskedForAlone() {
        Top articles = counts.articles(Set.of("example.org", "nowhere.example"));

        assertThat(articles.items()).extracting(Top.Place::name).containsExactly("example.org");
        assertThat(articles.items().getFirst().count()).isEqualTo(4);
        assertThat(counts.articles(Set.of()).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interval=day                     | 2014-06-16 2 2014-06-22 1 2014-07-01 1",
                "interval=day&by=utterance        | 2014-06-16 1 2014-06-22 1 2014-07-01 1",
                "interval=week                    | 2014-06-16 3 2014-06-30 1",
                "interval=month                   | 2014-06-01 3 2014-07-01 1",
                "speaker=Kerry&interval=month     | 2014-06-01 2 2014-07-01 1",
                "about=Malaga                     | 2014-06-22 1 2014-07-01 1",
                "site=example.com                 | ",
                "from=2014-06-17&to=2014-06-30    | 2014-06-22 1",
                "from=0001-01-01&to=9999-12-31    | 2014-06-16 2 2014-06-22 1 2014-07-01 1",
                "from=2014-06-16T23:59:59Z        | 2014-06-16 1 2014-06-22 1 2014-07-01 1"
            })
    void quotesAreCountedByStretchesOfTime(String query, String expected) {
        StringBuilder counted = new StringBuilder();
        var items = given().get("/v1/timeline?" + query.strip())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (int i = 0; i < items.getList("items").size(); i++) {
            counted.append(items.getString("items[" + i + "].start"))
                    .append(' ')
                    .append(items.getLong("items[" + i + "].count"))
                    .append(' ');
        }

        org.assertj.core.api.Assertions.assertThat(counted.toString().strip())
                .isEqualTo(expected == null ? "" : expected.strip());
    }

    @Test
    void anAnswerSaysWhatItCounted() {
        given().get("/v1/timeline").then().body("interval", equalTo("day")).body("by", equalTo("publication"));
        given().get("/v1/top?by=utterance")
                .then()
                .body("of", equalTo("speaker"))
                .body("by", equalTo("utterance"));
    }

    @Test
    void whoSaidMostAboutWhomAndWhere() {
        given().get("/v1/top")
                .then()
                .statusCode(200)
                .body("items.name", contains("John Kerry", "José Ortega"))
                .body("items.count", contains(3, 1))
                .body(
                        "items[0].entityId",
                        equalTo(StoredNews.entityId("person", "John Kerry").toString()));
        given().get("/v1/top?by=utterance").then().body("items.count", contains(2, 1));
        given().get("/v1/top?of=about&by=utterance")
                .then()
                .body("items.name", contains("Málaga", "Iran"))
                .body("items.count", contains(2, 1));
        given().get("/v1/top?of=about")
                .then()
                .body("items.name", contains("Iran", "Málaga"))
                .body("items.count", contains(2, 2));
        given().get("/v1/top?of=about&about=iran")
                .then()
                .statusCode(200)
                .body("items.name", contains("Iran"))
                .body("items.count", contains(2));
        given().get("/v1/top?from=2014-06-20&limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].count", equalTo(1));
        given().get("/v1/top?of=site&limit=1")
                .then()
                .body("items.name", contains("example.org"))
                .body("items[0].entityId", nullValue())
                .body("items.count", contains(4));
    }

    @ParameterizedTest
    @CsvSource({
        "timeline, interval=year, interval must be day",
        "timeline, by=word, by must be utterance",
        "timeline, from=2014-07-01&to=2014-06-01, from must not be after to",
        "timeline, limit=5, limit is not a parameter",
        "top, of=word, of must be speaker",
        "top, limit=101, limit must be a whole number",
        "top, interval=day, interval is not a parameter"
    })
    void whatCannotBeCountedIsAProblem(String path, String query, String detail) {
        given().get("/v1/" + path + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }
}
