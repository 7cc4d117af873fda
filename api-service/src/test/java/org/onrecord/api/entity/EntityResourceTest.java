package org.onrecord.api.entity;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class EntityResourceTest {

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void threeStories() throws SQLException {
        news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", "2014-06-20T12:00:00Z", "José Ortega", "The harbour belongs to the town", "Málaga");
        news.store("/c", "2014-06-21T12:00:00Z", "John Kerry", "We will talk about the harbour", "Málaga");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "limit=4,                  Iran; John Kerry; José Ortega; Málaga",
                "type=person,              John Kerry; José Ortega",
                "type=organisation,        ``",
                "q=MALAG,                  Málaga",
                "q=jo,                     John Kerry; José Ortega",
                "q=j%25k,                  ``",
                "q=erry&type=place,        ``"
            })
    void whoIsAskedForIsFoundByName(String query, String names) {
        List<String> expected = names == null || names.isBlank() ? List.of() : List.of(names.split("; "));

        JsonPath answer = get("/v1/entities?" + query);

        assertThat(answer.<String>getList("items.name")).isEqualTo(expected);
        assertThat(answer.getInt("total.value")).isEqualTo(expected.size());
    }

    @Test
    void countsSayHowOftenSomebodyComesUp() {
        JsonPath answer = get("/v1/entities?q=kerry");

        assertThat(answer.getString("items[0].id"))
                .isEqualTo(StoredNews.entityId("person", "John Kerry").toString());
        assertThat(answer.getString("items[0].type")).isEqualTo("person");
        assertThat(answer.getInt("items[0].counts.articles")).isEqualTo(2);
        assertThat(answer.getInt("items[0].counts.mentions")).isEqualTo(2);
        assertThat(answer.getInt("items[0].counts.quotesBy")).isEqualTo(2);
        assertThat(answer.getInt("items[0].counts.quotesAbout")).isZero();
        assertThat(get("/v1/entities?q=malaga").getInt("items[0].counts.quotesAbout"))
                .isEqualTo(2);
    }

    @Test
    void oneEntityShowsWhatArticlesCallIt() {
        JsonPath kerry = get("/v1/entities/" + StoredNews.entityId("person", "John Kerry"));

        assertThat(kerry.getString("name")).isEqualTo("John Kerry");
        assertThat(kerry.getString("key")).isEqualTo("john kerry");
        assertThat(kerry.<String>getList("names.text")).containsExactly("John Kerry");
        assertThat(kerry.<Integer>getList("roles.articles")).containsExactly(2);
        assertThat(kerry.getString("firstDate")).isEqualTo("2014-06-16T12:00:00Z");
        assertThat(kerry.getString("lastDate")).isEqualTo("2014-06-21T12:00:00Z");
    }

    @Test
    void whoIsOnlyInAnEarlierVersionIsNotAnswered() throws SQLException {
        news.run("UPDATE article SET analysis_id = NULL WHERE article_id = ?", StoredNews.id("/a"));

        assertThat(get("/v1/entities?q=iran").getList("items")).isEmpty();
        given().when()
                .get("/v1/entities/" + StoredNews.entityId("place", "Iran"))
                .then()
                .statusCode(404);
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        JsonPath first = get("/v1/entities?limit=3");
        JsonPath second = get(first.getString("next"));

        assertThat(first.<String>getList("items.name")).containsExactly("Iran", "John Kerry", "José Ortega");
        assertThat(second.<String>getList("items.name")).containsExactly("Málaga");
        assertThat(second.getString("next")).isNull();
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
