package org.onrecord.api.trace;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class TraceResourceTest {

    private static final String URL = "https://news.example.org/a";
    private static final UUID FIRST = StoredNews.id("first request");
    private static final UUID SECOND = StoredNews.id("second request");

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void emptyTables() throws SQLException {
        news = new StoredNews(database);
    }

    @Test
    void aRequestThatNoStageTellsOfIsPending() throws SQLException {
        news.request(FIRST, URL, "2026-02-03T10:00:00Z");

        JsonPath trace = get("request=" + FIRST);

        assertThat(trace.getString("status")).isEqualTo("pending");
        assertThat(trace.getString("url")).isEqualTo(URL);
        assertThat(trace.getString("requestId")).isEqualTo(FIRST.toString());
        assertThat(trace.getList("outcomes")).isEmpty();
    }

    @Test
    void whatWasToldInTwoMonthsIsToldOnceAsOfTheFirst() throws SQLException {
        news.outcome(FIRST, URL, null, "fetch", "http-error", "2099-02-03T10:00:01Z");
        news.outcome(FIRST, URL, null, "fetch", "http-error", "2026-02-03T10:00:01Z");

        for (String question : List.of("request=" + FIRST, "url=" + URL)) {
            JsonPath trace = get(question);

            assertThat(trace.getList("outcomes.at")).containsExactly("2026-02-03T10:00:01Z");
            assertThat(trace.getString("status")).isEqualTo("http-error");
        }
    }

    @Test
    void whatWasTakenDownIsToldToBeWhenItsOutcomesAreForgotten() throws SQLException {
        UUID article = news.store("/a", null, "John Kerry", "We are open to discussions", "Iran");
        assertThat(get("url=" + URL).getString("status")).isEqualTo("stored");

        news.run("UPDATE article SET version = NULL, taken_down_at = now() WHERE article_id = ?", article);

        assertThat(get("url=" + URL).getString("status")).isEqualTo("taken-down");
    }

    @Test
    void aStoryIsFollowedStageByStageUntilItIsStored() throws SQLException {
        UUID article = StoredNews.id("/a");
        news.request(FIRST, URL, "2026-02-03T10:00:00Z");
        news.outcome(FIRST, URL, article, "analyse", "analysed", "2026-02-03T10:00:03Z");
        news.outcome(FIRST, URL, null, "fetch", "fetched", "2026-02-03T10:00:01Z");
        news.outcome(FIRST, URL, article, "extract", "extracted", "2026-02-03T10:00:01Z");
        JsonPath before = get("request=" + FIRST);
        news.store("/a", null, "John Kerry", "We are open to discussions", "Iran");
        news.outcome(FIRST, URL, article, "store", "stored", "2026-02-03T10:00:04Z");

        JsonPath after = get("request=" + FIRST);

        assertThat(before.getString("status")).isEqualTo("pending");
        assertThat(before.getString("articleId")).isNull();
        assertThat(after.getString("status")).isEqualTo("stored");
        assertThat(after.getString("articleId")).isEqualTo(article.toString());
        assertThat(after.<String>getList("outcomes.reason"))
                .containsExactly("fetched", "extracted", "analysed", "stored");
        assertThat(after.getString("outcomes[3].stage")).isEqualTo("store");
        assertThat(after.getString("outcomes[3].at")).isEqualTo("2026-02-03T10:00:04Z");
    }

    @Test
    void aPageWithoutAnArticleSaysSo() throws SQLException {
        news.outcome(FIRST, URL, null, "fetch", "fetched", "2026-02-03T10:00:01Z");
        news.outcome(FIRST, URL, null, "extract", "not-an-article", "2026-02-03T10:00:02Z");

        JsonPath trace = get("url=HTTPS://news.example.org:443/a%23top");

        assertThat(trace.getString("status")).isEqualTo("not-an-article");
        assertThat(trace.getString("requestId")).isEqualTo(FIRST.toString());
        assertThat(trace.getString("articleId")).isNull();
    }

    @Test
    void theStatusOfAUrlIsThatOfItsNewestRequest() throws SQLException {
        news.store("/a", null, "John Kerry", "We are open to discussions", "Iran");
        news.request(FIRST, URL, "2026-02-03T10:00:00Z");
        news.outcome(FIRST, URL, StoredNews.id("/a"), "store", "stored", "2026-02-03T10:00:04Z");
        JsonPath stored = get("url=" + URL);
        news.request(SECOND, URL, "2026-02-04T10:00:00Z");
        JsonPath pending = get("url=" + URL);
        news.outcome(SECOND, URL, null, "fetch", "http-error", "2026-02-04T10:00:01Z");

        JsonPath failed = get("url=" + URL);

        assertThat(stored.getString("status")).isEqualTo("stored");
        assertThat(pending.getString("status")).isEqualTo("pending");
        assertThat(pending.getString("requestId")).isEqualTo(SECOND.toString());
        assertThat(failed.getString("status")).isEqualTo("http-error");
        assertThat(failed.getString("articleId")).isEqualTo(StoredNews.id("/a").toString());
        assertThat(failed.getList("outcomes")).hasSize(2);
    }

    @Test
    void anArticleIsFoundUnderItsOtherUrls() throws SQLException {
        news.store("/a", null, "John Kerry", "We are open to discussions", "Iran");
        news.outcome(FIRST, "https://t.example.org/x", StoredNews.id("/a"), "store", "stored", "2026-02-03T10:00:04Z");

        JsonPath trace = get("url=" + URL);

        assertThat(trace.getString("status")).isEqualTo("stored");
        assertThat(trace.getString("articleId")).isEqualTo(StoredNews.id("/a").toString());
    }

    @Test
    void whatFailedAndWasStoredAtTheNextAttemptIsStored() throws SQLException {
        news.outcome(FIRST, URL, null, "analyse", "failed", "2026-02-03T10:00:01Z");
        news.outcome(FIRST, URL, null, "store", "stored", "2026-02-03T11:00:01Z");

        assertThat(get("request=" + FIRST).getString("status")).isEqualTo("stored");
    }

    @Test
    void whatNobodyAskedForIsUnknown() {
        given().when()
                .get("/v1/trace?request=" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("https://onrecord.org/problems/not-found"));
        given().when()
                .get("/v1/trace?url=https://news.example.org/nowhere")
                .then()
                .statusCode(404);
    }

    private static JsonPath get(String query) {
        return given().urlEncodingEnabled(false)
                .when()
                .get("/v1/trace?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
