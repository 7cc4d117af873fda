package org.onrecord.api.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.database.JsonReader;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.onrecord.api.Eventually.eventually;

/** Two of one name: the senator, of whom two articles tell, and the striker. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class PeopleStoreTest {

    private static final UUID SENATOR = StoredNews.entityId("person", "John Smith");

    @Inject
    DataSource database;

    @Inject
    PeopleStore people;

    @Inject
    Jdbi jdbi;

    @Inject
    JsonReader json;

    private UUID strikersArticle;

    @BeforeEach
    void threeStories() throws SQLException {
        StoredNews news = new StoredNews(database);
        news.store("/a", "2026-01-05T12:00:00Z", "John Smith", "We are open to discussions", "Iran");
        news.store("/b", "2026-01-06T12:00:00Z", "John Smith", "We will vote on Monday", "Ohio");
        strikersArticle = news.store("/c", "2026-01-07T12:00:00Z", "John Smith", "The goal was offside", "Glasgow");
        run("UPDATE entity SET roles = '[\"Rangers striker\"]' WHERE type = 'person' AND analysis_id ="
                + " (SELECT analysis_id FROM article WHERE article_id = '" + strikersArticle + "')");
        run("UPDATE article SET first_seen_at = dated_at");
    }

    @Test
    void twoOfOneNameAreToldApartInEveryAnswer() throws SQLException {
        String before = etag();

        settleAll();

        String striker = given().get("/v1/entities/" + SENATOR)
                .then()
                .statusCode(200)
                .body("counts.articles", equalTo(2))
                .body("identity.reasons.evidence", contains("role"))
                .body("identity.namesakes.name", contains("John Smith"))
                .extract()
                .path("identity.namesakes[0].id");
        given().get("/v1/entities/" + striker)
                .then()
                .statusCode(200)
                .body("roles.text", contains("Rangers striker"))
                .body("identity.reasons.evidence", contains("occupation"))
                .body("identity.namesakes.id", contains(SENATOR.toString()));
        given().get("/v1/quotes?speaker=" + striker)
                .then()
                .body("items.text", contains("“The goal was offside,”"))
                .body("items.speaker.entityId", contains(striker));
        given().get("/v1/quotes?about=Glasgow&speaker=" + SENATOR).then().body("items", empty());
        given().get("/v1/quotes?speaker=John Smith").then().body("items", hasSize(3));
        given().get("/v1/entities?q=smith")
                .then()
                .body("items.id", containsInAnyOrder(SENATOR.toString(), striker))
                .body("total.value", equalTo(2));
        given().get("/v1/entities?q=smith&limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", not(empty()));
        given().get("/v1/top?of=speaker").then().body("items.count", contains(2, 1));
        given().get("/v1/articles/" + strikersArticle)
                .then()
                .body("entities.find { it.type == 'person' }.id", equalTo(striker))
                .body("quotes[0].speaker.entityId", equalTo(striker));
        assertThat(etag()).isNotEqualTo(before);
    }

    @Test
    void asManyAreReadAtATimeAsFitIntoMemory() throws SQLException {
        StoredNews news = new StoredNews(database);
        for (String path : List.of("/a", "/b", "/c")) {
            news.store(path, "2026-01-05T12:00:00Z", "Mary Okonkwo", "We are open to discussions", "Iran");
        }
        news.store("/d", "2026-01-05T12:00:00Z", "John Smith", "We will vote on Monday", "Ohio");
        news.store("/e", "2026-01-05T12:00:00Z", "Ines Valdor", "The goal was offside", "Glasgow");
        news.store("/f", "2026-01-05T12:00:00Z", "Ines Valdor", "The goal was on time", "Glasgow");
        PeopleStore small = new PeopleStore(jdbi, json, 2);

        eventually()
                .until(() -> QuarkusTransaction.requiringNew().call(() -> {
                    jdbi.useHandle(handle -> handle.execute(
                            "INSERT INTO surname_waiting (surname) VALUES ('okonkwo'), ('smith'), ('valdor')"));
                    if (small.settle(10) == 0) {
                        QuarkusTransaction.setRollbackOnly();
                        return false;
                    }
                    // Of the other two one fits, and waits no more; the largest is left.
                    assertThat(texts("SELECT surname FROM surname_waiting")).containsExactly("valdor");
                    assertThat(texts("SELECT surname FROM surname_settled")).containsExactly("smith");
                    small.settle(10);
                    assertThat(texts("SELECT surname FROM surname_waiting")).isEmpty();
                    assertThat(texts("SELECT surname FROM surname_settled"))
                            .containsExactlyInAnyOrder("smith", "valdor");
                    assertThat(texts("SELECT DISTINCT entity_id::text FROM entity WHERE surname = 'okonkwo'"))
                            .containsExactly(StoredNews.entityId("person", "Mary Okonkwo")
                                    .toString());
                    return true;
                }));
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).list());
    }

    @Test
    void aListOfNamesakesIsReadPageByPage() throws SQLException {
        settleAll();

        String next =
                given().get("/v1/entities?q=smith&limit=1").then().extract().path("next");

        given().urlEncodingEnabled(false).get(next).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void whoGoesByAnotherIdNowIsFoundByTheOldOne() throws SQLException {
        StoredNews news = new StoredNews(database);
        news.store("/a", "2026-01-05T12:00:00Z", "Mary Okonkwo", "We are open to discussions", "Iran");
        news.store("/b", "2026-01-06T12:00:00Z", "M. Okonkwo", "We will vote on Monday", "Iran");
        settleAll();
        UUID initial = StoredNews.entityId("person", "M. Okonkwo");
        UUID mary = StoredNews.entityId("person", "Mary Okonkwo");

        given().redirects()
                .follow(false)
                .get("/v1/entities/" + initial)
                .then()
                .statusCode(301)
                .header("Location", equalTo("/v1/entities/" + mary));

        given().get("/v1/entities/" + initial)
                .then()
                .statusCode(200)
                .body("id", equalTo(mary.toString()))
                .body("counts.articles", equalTo(2));
    }

    @Test
    void anIdThatTwoPeopleWentByLeadsToNeither() throws SQLException {
        StoredNews news = new StoredNews(database);
        told(news, "/a", "John Okonkwo", "Prime Minister");
        told(news, "/b", "J. Okonkwo", "Prime Minister");
        told(news, "/c", "Jane Okonkwo", "Rangers striker");
        told(news, "/d", "J. Okonkwo", "Rangers striker");
        settleAll();

        given().get("/v1/entities?q=okonkwo").then().body("items", hasSize(2));
        given().get("/v1/entities/" + StoredNews.entityId("person", "J. Okonkwo"))
                .then()
                .statusCode(404);
    }

    private void told(StoredNews news, String path, String name, String role) throws SQLException {
        UUID article = news.store(path, "2026-01-05T12:00:00Z", name, "We were there", "Town" + path);
        run("UPDATE entity SET roles = '[\"" + role + "\"]' WHERE type = 'person' AND analysis_id ="
                + " (SELECT analysis_id FROM article WHERE article_id = '" + article + "')");
    }

    @Test
    void settlingAgainChangesNothing() throws SQLException {
        settleAll();
        String once = etag();

        settleAll();

        assertThat(etag()).isEqualTo(once);
    }

    @Test
    void aSurnameOfManyArticlesIsNotSettledAgainAtOnce() throws SQLException {
        settleAll();
        run("UPDATE surname_settled SET took = interval '1 minute' WHERE surname = 'smith'");
        run("INSERT INTO surname_waiting (surname) VALUES ('smith')");

        assertThat(people.settle(10)).isZero();
    }

    private void settleAll() throws SQLException {
        run("DELETE FROM surname_settled");
        run("INSERT INTO surname_waiting (surname) SELECT DISTINCT surname FROM entity WHERE surname IS NOT NULL");
        // The service itself may be settling them at the moment, which counts as well.
        while (isWaiting()) {
            people.settle(10);
        }
    }

    private boolean isWaiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("SELECT 1 FROM surname_waiting").next();
        }
    }

    private String etag() {
        return given().get("/v1/articles/" + strikersArticle).getHeader("ETag");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
