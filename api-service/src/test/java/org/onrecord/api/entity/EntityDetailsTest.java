package org.onrecord.api.entity;

import java.sql.SQLException;
import java.util.ArrayList;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class EntityDetailsTest {

    private static final UUID KERRY = StoredNews.entityId("person", "John Kerry");

    @Inject
    DataSource database;

    @BeforeEach
    void threeStories() throws SQLException {
        StoredNews news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", "2014-06-20T12:00:00Z", "José Ortega", "The harbour belongs to the town", "Málaga");
        news.store("/c", "2014-07-20T12:00:00Z", "John Kerry", "We will talk about the harbour", "Málaga");
    }

    @Test
    void whatItHasSaid() {
        given().get("/v1/entities/" + KERRY + "/quotes?about=Iran")
                .then()
                .statusCode(200)
                .body("items.article.url", contains("https://news.example.org/a"))
                .body("total.value", equalTo(1));
        given().get("/v1/entities/" + KERRY + "/quotes?speaker=Kerry")
                .then()
                .statusCode(400)
                .body("detail", containsString("speaker must be left out"));
    }

    @Test
    void whereItIsMentionedPageByPage() {
        List<String> found = new ArrayList<>();
        String next = "/v1/entities/" + KERRY + "/mentions?limit=1";
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .body("total.value", equalTo(2))
                    .extract()
                    .jsonPath();
            found.add(page.getString("items[0].article.url") + " " + page.getString("items[0].surface") + " "
                    + page.getInt("items[0].start"));
            next = page.getString("next");
        }

        assertThat(found)
                .containsExactly(
                        "https://news.example.org/c John Kerry 34", "https://news.example.org/a John Kerry 30");
    }

    @Test
    void whoIsMentionedWithIt() {
        given().get("/v1/entities/" + KERRY + "/related")
                .then()
                .statusCode(200)
                .body("items.name", contains("Iran", "Málaga"))
                .body("items.articles", contains(1, 1))
                .body("items.type", contains("place", "place"));
    }

    @Test
    void inHowManyArticlesOverTime() {
        given().get("/v1/entities/" + KERRY + "/timeline?interval=month")
                .then()
                .statusCode(200)
                .body("by", equalTo("article"))
                .body("items.start", contains("2014-06-01", "2014-07-01"))
                .body("items.count", contains(1, 1));
    }

    @Test
    void whatIsUnknownHasNothing() {
        UUID nobody = StoredNews.id("nobody");

        given().get("/v1/entities/" + nobody + "/mentions")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().get("/v1/entities/" + nobody + "/related")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().get("/v1/entities/x/related").then().statusCode(404);
    }
}
