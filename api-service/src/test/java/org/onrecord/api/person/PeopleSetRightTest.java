package org.onrecord.api.person;

import java.sql.SQLException;
import java.util.UUID;
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
import org.onrecord.api.takedown.Takedowns;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** Who is whom as an editor has it: three articles tell of John Smith, one of Jane Doe, whose name was Smith. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class PeopleSetRightTest {

    private static final UUID SMITH = StoredNews.entityId("person", "John Smith");
    private static final UUID DOE = StoredNews.entityId("person", "Jane Doe");
    private static final UUID JANE_SMITH = StoredNews.entityId("person", "Jane Smith");

    @Inject
    DataSource database;

    @Inject
    Takedowns takedowns;

    private StoredNews news;
    private UUID third;

    @BeforeEach
    void stories() throws SQLException {
        news = new StoredNews(database);
        news.store("/a", "2026-01-05T12:00:00Z", "John Smith", "We are open to discussions", "Iran");
        news.store("/b", "2026-01-06T12:00:00Z", "John Smith", "We will vote on Monday", "Ohio");
        third = news.store("/c", "2026-01-07T12:00:00Z", "John Smith", "The goal was offside", "Glasgow");
        news.store("/d", "2026-01-08T12:00:00Z", "Jane Doe", "I will not stand again", "Leeds");
        news.store("/e", "2026-01-09T12:00:00Z", "Jane Smith", "I have married", "Leeds");
        settleAll();
    }

    @Test
    void twoWhoAreOneAreOneInEveryAnswerUntilItIsUndone() throws SQLException {
        String review = decide(JANE_SMITH, "merge", "{\"into\": \"" + DOE + "\", \"note\": \"her own word\"}")
                .getString("id");
        settled();

        assertThat(get("/v1/quotes?speaker=" + DOE).getList("items")).hasSize(2);
        assertThat(get("/v1/entities?q=jane").<String>getList("items.id")).containsExactly(DOE.toString());
        assertThat(get("/v1/entities/" + DOE).getInt("counts.articles")).isEqualTo(2);
        assertThat(get("/v1/entities/" + DOE).<String>getList("identity.reasons.evidence"))
                .contains("editor");
        given().redirects()
                .follow(false)
                .get("/v1/entities/" + JANE_SMITH)
                .then()
                .statusCode(301)
                .header("Location", "/v1/entities/" + DOE);

        // Who the people are is settled anew with whatever comes in.
        news.store("/f", "2026-01-10T12:00:00Z", "Jane Smith", "I have moved", "Leeds");
        settleAll();
        assertThat(get("/v1/quotes?speaker=" + DOE).getList("items")).hasSize(3);
        assertThat(get("/v1/entities?q=smith").getList("items")).hasSize(2);

        given().delete("/v1/reviews/" + review).then().statusCode(204);
        settled();
        assertThat(get("/v1/quotes?speaker=" + DOE).getList("items")).hasSize(1);
        assertThat(get("/v1/quotes?speaker=" + JANE_SMITH).getList("items")).hasSize(2);
        assertThat(get("/v1/entities/" + JANE_SMITH).getString("name")).isEqualTo("Jane Smith");
    }

    @Test
    void oneWhoIsTwoIsTwo() throws SQLException {
        String other = decide(
                        SMITH, "separate", "{\"articles\": [\"" + third + "\"], \"name\": \"John Smith the striker\"}")
                .getString("intoId");
        settled();

        assertThat(get("/v1/quotes?speaker=" + other).<String>getList("items.text"))
                .containsExactly("“The goal was offside,”");
        assertThat(get("/v1/quotes?speaker=" + SMITH).getList("items")).hasSize(2);
        assertThat(get("/v1/entities/" + other).getString("name")).isEqualTo("John Smith the striker");
        assertThat(get("/v1/entities/" + other).<String>getList("identity.namesakes.id"))
                .containsExactly(SMITH.toString());

        settleAll();
        assertThat(get("/v1/quotes?speaker=" + other).getList("items")).hasSize(1);
    }

    @Test
    void whoeverIsRenamedIsFoundByTheNewNameUntilItIsUndone() throws SQLException {
        String review =
                decide(SMITH, "rename", "{\"name\": \"Jonathan Oyelaran\"}").getString("id");
        settled();

        assertThat(get("/v1/entities/" + SMITH).getString("name")).isEqualTo("Jonathan Oyelaran");
        assertThat(get("/v1/entities?q=oyelaran").<String>getList("items.id")).containsExactly(SMITH.toString());
        assertThat(get("/v1/quotes?speaker=Oyelaran").getList("items")).hasSize(3);
        assertThat(get("/v1/quotes?speaker=John Smith".replace(" ", "%20")).getList("items"))
                .hasSize(3);
        assertThat(get("/v1/top").<String>getList("items.name")).contains("Jonathan Oyelaran");

        given().delete("/v1/reviews/" + review).then().statusCode(204);
        settled();
        assertThat(get("/v1/entities/" + SMITH).getString("name")).isEqualTo("John Smith");
        assertThat(get("/v1/entities?q=oyelaran").getList("items")).isEmpty();
        assertThat(get("/v1/quotes?speaker=Oyelaran").getList("items")).isEmpty();
        assertThat(get("/v1/quotes?speaker=Smith").getList("items")).hasSize(4);
    }

    @Test
    void whatWasDecidedOfPeopleOfWhomNoArticleTellsIsForgotten() throws SQLException {
        // An article of its own: its takedown is told of by a topic, later too.
        UUID gone = news.store("/gone", "2026-01-10T12:00:00Z", "Rose Quarmby", "I was never there", "Hull");
        settleAll();
        decide(StoredNews.entityId("person", "Rose Quarmby"), "rename", "{\"name\": \"Rose Oyelaran\"}");
        settled();

        takedowns.take(gone, "a court");

        assertThat(news.count("review")).isZero();
        assertThat(news.count("known_name WHERE key LIKE '%oyelaran%'")).isZero();
        assertThat(news.count("entity_name WHERE key LIKE '%oyelaran%'")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "merge    | {}                                                          | into",
                "merge    | {\"into\": \"00000000-0000-0000-0000-000000000000\"}        | into",
                "merge    | {\"into\": \"SMITH\"}                                       | into",
                "separate | {}                                                          | articles",
                "separate | {\"names\": [\"John Smith\"]}                               | articles",
                "separate | {\"names\": [\"\"]}                                         | names",
                "separate | {\"names\": [null]}                                         | names",
                "separate | {\"articles\": [null]}                                      | articles",
                "rename   | {}                                                          | name",
                "rename   | {\"name\": \"…\"}                                           | name",
                "rename   | {\"name\": \"a\\u0000b\"}                                   | name"
            })
    void whatCannotBeDecidedIsRefusedByName(String what, String body, String field) {
        JsonPath problem = given().contentType("application/json")
                .body(body.replace("SMITH", SMITH.toString()))
                .post("/v1/people/" + SMITH + "/" + what)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("errors[0].name")).isEqualTo(field);
    }

    @Test
    void placesAndNobodyAreNoPeople() {
        for (UUID id : new UUID[] {StoredNews.entityId("place", "Iran"), new UUID(0, 0)}) {
            given().contentType("application/json")
                    .body("{\"name\": \"Persia\"}")
                    .post("/v1/people/" + id + "/rename")
                    .then()
                    .statusCode(404);
        }
        given().delete("/v1/reviews/" + new UUID(0, 0)).then().statusCode(404);
    }

    private static JsonPath decide(UUID person, String what, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/people/" + person + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void settleAll() throws SQLException {
        news.run("DELETE FROM surname_settled");
        news.run("INSERT INTO surname_waiting (surname) SELECT DISTINCT surname FROM entity WHERE surname IS NOT NULL");
        settled();
    }

    /** The service does it by itself. */
    private void settled() {
        eventually().until(() -> news.count("surname_waiting") == 0);
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
