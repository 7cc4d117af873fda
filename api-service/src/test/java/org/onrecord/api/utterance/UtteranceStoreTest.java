package org.onrecord.api.utterance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
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
class UtteranceStoreTest {

    private static final String WHOLE = "The harbour is closed. No ship will leave it before Monday morning";

    @Inject
    DataSource database;

    @Inject
    Jdbi jdbi;

    @Inject
    UtteranceStore utterances;

    private StoredNews news;

    @BeforeEach
    void empty() throws SQLException {
        news = new StoredNews(database);
    }

    @Test
    void aStatementCutShortIsOneUtteranceWithTheWhole() throws SQLException {
        store("/whole", "2026-01-02", "Ines Valdor", WHOLE);
        store("/short", "2026-01-03", "Captain Valdor", "No ship will leave it before Monday morning");
        store("/other", "2026-01-03", "Callum Rennick", "No ship will leave it before Monday morning, I hear");
        String before = utteranceOf("/short");
        String tag = given().get("/v1/articles/" + StoredNews.id("/short")).getHeader("ETag");

        // Only now, since the service settles on its own what awaits it.
        List.of("/whole", "/short", "/other").forEach(this::awaitSettling);
        settle();

        assertThat(utteranceOf("/short")).isEqualTo(utteranceOf("/whole"));
        assertThat(utteranceOf("/other")).isNotEqualTo(utteranceOf("/whole"));
        for (String id : List.of(utteranceOf("/whole"), before)) {
            given().get("/v1/utterances/" + id)
                    .then()
                    .statusCode(200)
                    .body("total.value", equalTo(2))
                    .body(
                            "items.article.url",
                            contains("https://news.example.org/whole", "https://news.example.org/short"));
        }
        given().get("/v1/top?of=site&by=utterance").then().body("items[0].count", equalTo(2));
        given().header("If-None-Match", tag)
                .get("/v1/articles/" + StoredNews.id("/short"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatOnlyAnotherArticleJoinedComesApartWhenThatIsTakenDown() throws SQLException {
        print("/first", "2026-01-01", "Ines Valdor", "The harbour is closed for the whole weekend");
        print(
                "/both",
                "2026-01-02",
                "Ines Valdor",
                "The harbour is closed for the whole weekend. We all regret it very much");
        print("/second", "2026-01-03", "Ines Valdor", "We all regret it very much");
        settle();
        assertThat(utteranceOf("/second")).isEqualTo(utteranceOf("/first"));

        given().delete("/v1/articles/" + StoredNews.id("/both")).then().statusCode(503);
        settle();

        assertThat(utteranceOf("/second")).isNotEqualTo(utteranceOf("/first"));
        assertThat(rows("SELECT 1 FROM wording WHERE utterance_id IS NOT NULL")).isEmpty();
        assertThat(rows("SELECT 1 FROM wording")).hasSize(2);
    }

    @Test
    void aTurnOfSpeechThatVeryManyUseJoinsNone() throws SQLException {
        int many = Utterances.MOST_OF_A_KEY + 6;
        for (int i = 0; i < many; i++) {
            print(
                    "/item-" + i,
                    "2026-01-02",
                    "Ines Valdor",
                    "Item w" + i + "x, make old harbours great again for all people");
            if (i == 3) {
                settle();
                assertThat(utteranceOf("/item-3")).isEqualTo(utteranceOf("/item-0"));
            }
        }
        settle();

        assertThat(rows("SELECT 1 FROM wording WHERE utterance_id IS NOT NULL")).isEmpty();
        // No other test may use these: the topic tells that they were taken down, whenever it is read.
        for (int i = 5; i < many; i++) {
            given().delete("/v1/articles/" + StoredNews.id("/item-" + i)).then().statusCode(503);
        }
        settle();
        assertThat(utteranceOf("/item-4")).isEqualTo(utteranceOf("/item-0"));
    }

    @Test
    void theOrderInWhichQuotesComeDoesNotMatter() throws SQLException {
        List<String> statements = List.of(
                WHOLE,
                "The harbour is closed. No ship will leave it before Monday morning. We regret that",
                "No ship will leave it before Monday morning",
                "The old harbour will open again on Monday morning",
                "The old harbour will not open again on Monday morning",
                "The old harbour will open again on Monday morning, we believe",
                "Nobody expects that the harbour will open again soon. The harbour is closed, and that is that");
        Random random = new Random(7);
        List<List<String>> dumps = new ArrayList<>();
        for (int order = 0; order < 8; order++) {
            news = new StoredNews(database);
            List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
            Collections.shuffle(numbers, random);
            for (int number : numbers) {
                print("/" + number, "2026-01-0" + (number + 1), "Ines Valdor", statements.get(number));
                if (random.nextBoolean()) {
                    utterances.settle(1 + random.nextInt(3));
                }
            }
            settle();
            dumps.add(rows("SELECT w::text FROM wording w ORDER BY wording_id"));
        }

        assertThat(dumps.getFirst()).hasSize(7);
        assertThat(rows("SELECT DISTINCT utterance_id FROM wording WHERE utterance_id IS NOT NULL"))
                .hasSize(2);
        assertThat(dumps).allSatisfy(dump -> assertThat(dump).isEqualTo(dumps.getFirst()));
    }

    private void print(String path, String date, String speaker, String words) throws SQLException {
        store(path, date, speaker, words);
        awaitSettling(path);
    }

    private void store(String path, String date, String speaker, String words) throws SQLException {
        news.store(path, date + "T12:00:00Z", speaker, words, "Port Ellery");
    }

    private void awaitSettling(String path) {
        jdbi.useHandle(handle -> UtteranceStore.awaitSettling(handle, StoredNews.id(path)));
    }

    private void settle() throws SQLException {
        // The service itself may be settling them at the moment, which counts as well.
        while (!rows("SELECT 1 FROM wording_waiting").isEmpty()) {
            utterances.settle(10);
        }
    }

    private static String utteranceOf(String path) {
        return given().get("/v1/quotes/" + StoredNews.id("quote " + path))
                .then()
                .statusCode(200)
                .extract()
                .path("utteranceId");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
