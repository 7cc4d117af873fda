package org.onrecord.api.saved;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** A search is saved, asked again, changed and deleted; its filters are those of the list of quotes. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class SavedSearchTest {

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void empty() throws SQLException {
        news = new StoredNews(database);
    }

    @Test
    void aClientThatReadsProblemsAloneIsAnsweredToo() {
        String id = given().contentType("application/json")
                .body("{\"name\": \"ferries\", \"query\": \"q=ferry\"}")
                .post("/v1/searches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        given().accept("application/problem+json")
                .delete("/v1/searches/" + id)
                .then()
                .statusCode(204);
        given().accept("application/problem+json")
                .delete("/v1/searches/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aSavedSearchIsAskedAgainChangedAndDeleted() throws SQLException {
        news.store("/a", null, "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", null, "Jane Roe", "Nothing has changed", "Iran");

        String saved = save("Kerry on Iran", "?speaker=John%20Kerry&about=Iran&about=Tehran&q=open+to")
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("query", equalTo("about=Iran&about=Tehran&q=open+to&speaker=John+Kerry"))
                .extract()
                .header("Location");
        JsonPath search = given().get(saved).then().statusCode(200).extract().jsonPath();
        assertThat(found(search.getString("quotes"))).containsExactly("“We are open to discussions,”");
        assertThat(given().get("/v1/searches").jsonPath().getList("items.name")).containsExactly("Kerry on Iran");

        given().contentType(ContentType.JSON)
                .body(Map.of("query", "speaker=Roe"))
                .patch(saved)
                .then()
                .statusCode(200)
                .body("name", equalTo("Kerry on Iran"));
        assertThat(found(given().get(saved).jsonPath().getString("quotes"))).containsExactly("“Nothing has changed,”");

        given().delete(saved).then().statusCode(204);
        given().get(saved).then().statusCode(404).body("detail", containsString("/v1/searches"));
        given().delete(saved).then().statusCode(404);
    }

    /** The same words as the list itself has for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speeker=Kerry",
                "kind=shouted",
                "kind=direct&kind=mixed",
                "stance=said,sung",
                "minConfidence=2",
                "from=2014-13-45",
                "from=2014-05-02&to=2014-05-01",
                "q=(open",
                "q=%00",
                "q=*",
                "speaker=",
                "limit=5",
                "cursor=x",
                "key=onr_x",
            })
    void whatTheListRefusesIsRefused(String query) {
        String sent = given().urlEncodingEnabled(false)
                .get("/v1/quotes?" + query)
                .then()
                .extract()
                .jsonPath()
                .getString("errors.message");
        ValidatableResponse refused = save("a name", query);

        refused.statusCode(400).body("type", endsWith("/invalid-parameters"));
        if (!query.matches("(limit|cursor|key|speeker)=.*")) {
            assertThat(refused.extract().jsonPath().getString("errors.message")).isEqualTo(sent);
        }
        assertThat(given().get("/v1/searches").jsonPath().getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | name",
                "{\"name\": \" \"}                          | name",
                "{\"name\": \"a\\u0000b\"}                  | name",
                "{\"name\": \"a\\ud800b\"}                  | name",
                "{\"name\": \"a\\nb\"}                      | name",
                "{\"name\": \"a\", \"query\": \"q=%zz\"}    | query",
            })
    void whatIsNoSearchIsRefused(String body, String field) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/searches")
                .then()
                .statusCode(400)
                .body("errors.name", equalTo(List.of(field)));
    }

    @Test
    void aFieldThatIsNoneIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{\"name\": \"a\", \"filters\": {}}")
                .post("/v1/searches")
                .then()
                .statusCode(400);
    }

    private static List<String> found(String path) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.text");
    }

    private static ValidatableResponse save(String name, String query) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "query", query))
                .post("/v1/searches")
                .then();
    }
}
