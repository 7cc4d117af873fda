package org.onrecord.api.ingest;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The scraper is away in these tests; that it erases the archive is held by the tests of the whole line. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class TakedownTest {

    private static final UUID ARTICLE = UUID.fromString("00000000-0000-3000-8000-00000000a001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-3000-8000-00000000a002");

    @Inject
    AnalysisStore store;

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void twoArticles() throws SQLException {
        news = new StoredNews(database);
        assertThat(store.store(Events.first(ARTICLE))).isEqualTo(AnalysisStore.Stored.NEW);
        assertThat(store.store(Events.first(OTHER))).isEqualTo(AnalysisStore.Stored.NEW);
    }

    @Test
    void whatIsTakenDownIsGoneFromEveryAnswerAndDoesNotComeBack() throws SQLException {
        String url = get("/v1/articles/" + ARTICLE).extract().path("url");
        String quote = get("/v1/articles/" + ARTICLE).extract().path("quotes[0].id");
        int quotes = get("/v1/quotes").extract().path("total.value");
        UUID request = UUID.randomUUID();
        news.outcome(request, url, ARTICLE, "store", "stored", "2026-11-02T09:00:00Z");

        given().queryParam("reason", "order of a court")
                .delete("/v1/articles/" + ARTICLE)
                .then()
                .statusCode(503)
                .body("type", endsWith("scraper-away"))
                .body("detail", containsString("gone from the answers"));

        given().get("/v1/articles/" + ARTICLE)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith("taken-down"));
        given().get("/v1/quotes/" + quote).then().statusCode(404);
        get("/v1/quotes").body("items", hasSize(quotes / 2));
        get("/v1/articles").body("items.id", equalTo(List.of(OTHER.toString())));
        get("/v1/articles?q=harbour").body("items", hasSize(1));
        get("/v1/trace?request=" + request)
                .body("status", equalTo("taken-down"))
                .body("articleId", nullValue())
                .body("outcomes[1].detail", equalTo("order of a court"));

        assertThat(store.store(Events.first(ARTICLE))).isEqualTo(AnalysisStore.Stored.TAKEN_DOWN);
        assertThat(store.store(Events.analysis(
                        ARTICLE,
                        "twelve",
                        Events.MORNING.plusSeconds(60),
                        "test-nlp/9",
                        Events.MORNING.plusSeconds(61))))
                .isEqualTo(AnalysisStore.Stored.TAKEN_DOWN);
        given().get("/v1/articles/" + ARTICLE).then().statusCode(410);
        get("/v1/articles").body("items", hasSize(1));
        assertThat(news.count("analysis")).isEqualTo(1);
        assertThat(news.count("article_version")).isEqualTo(1);
        assertThat(news.count("observation")).isEqualTo(1);
        assertThat(news.count("quote_log_by_day")).isEqualTo(quotes / 2);
        for (String table : List.of("entity", "entity_name", "quote", "quote_name", "quote_about")) {
            assertThat(news.count(table + " WHERE analysis_id = (SELECT analysis_id FROM analysis)"))
                    .as(table)
                    .isPositive()
                    .isEqualTo(news.count(table));
        }
    }

    @Test
    void whatIsNotThereCannotBeTakenDown() {
        given().delete("/v1/articles/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("not-found"));
        given().delete("/v1/articles/" + ARTICLE + "?reason=" + "x".repeat(501))
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("reason"));
        get("/v1/articles/" + ARTICLE).body("quotes", not(empty()));
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then().statusCode(200);
    }
}
