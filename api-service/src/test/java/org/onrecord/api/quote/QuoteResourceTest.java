package org.onrecord.api.quote;

import java.sql.SQLException;
import java.util.ArrayList;
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
import io.restassured.response.Response;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class QuoteResourceTest {

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void threeStories() throws SQLException {
        news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", "2014-06-20T12:00:00Z", "José Ortega", "The harbour belongs to the town", "Málaga");
        news.store("/c", null, "John Kerry", "We will talk about the harbour", "Málaga");
    }

    @Test
    void aQuoteShowsWhoSaidItWhereItStandsAndWhereItWasPrinted() {
        given().when()
                .get("/v1/quotes?about=iran")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total.value", equalTo(1))
                .body("total.relation", equalTo("exact"))
                .body("next", nullValue())
                .body("items[0].id", equalTo(StoredNews.id("quote /a").toString()))
                .body("items[0].kind", equalTo("direct"))
                .body("items[0].text", equalTo("“We are open to discussions,”"))
                .body("items[0].speaker.name", equalTo("John Kerry"))
                .body("items[0].speaker.surface", equalTo("John Kerry"))
                .body("items[0].speaker.roles", contains("Senator"))
                .body(
                        "items[0].speaker.entityId",
                        equalTo(StoredNews.entityId("person", "John Kerry").toString()))
                .body("items[0].cue.surface", equalTo("said"))
                .body("items[0].spans[0].start", equalTo(0))
                .body("items[0].spans[0].end", equalTo(29))
                .body("items[0].context.text", equalTo("“We are open to discussions,” John Kerry said of Iran."))
                .body("items[0].article.url", equalTo("https://news.example.org/a"))
                .body("items[0].article.publishedAt", equalTo("2014-06-16T12:00:00Z"))
                .body("items[0].article.dateUsed", equalTo("publishedAt"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "speaker=KERRY,                                              /c /a",
                "speaker=John%20Kerry&about=Malaga,                          /c",
                "speaker=jose+ortega,                                        /b",
                "speaker=the%20Kerry&about=The%20Malaga,                     /c",
                "speaker=Ker,                                                ``",
                "q=harbor,                                                   ``",
                "q=harbours%20-town,                                         /c",
                "q=%22open to discussion%22,                                 /a",
                "q=the,                                                      ``",
                "kind=indirect,                                              ``",
                "kind=direct&site=EXAMPLE.org,                               /c /b /a",
                "site=example.com,                                           ``",
                "from=2014-06-16&to=2014-06-16,                              /a",
                "from=2014-06-16T14:00:00%2B02:00&to=2014-06-16T12:00:00Z,   /a",
                "from=2014-06-16T14:00:00+02:00&to=2014-06-16T12:00:00Z,     /a",
                "from=2014-06-16T12:00:01Z&to=2014-12-31,                    /b",
                "to=2014-06-19,                                              /a",
                "minConfidence=0.9,                                          /c /b /a",
                "minConfidence=0.91,                                         ``",
                "speaker=%27%3B%20DROP%20TABLE%20quote%3B%20--%20x,          ``",
                "q=%3Cscript%3E%27%22%5C%28%26%7C%21%3A%2A%22,               ``"
            })
    void whatIsAskedForIsFoundNewestFirst(String query, String paths) {
        List<String> expected = paths == null || paths.isBlank()
                ? List.of()
                : List.of(paths.split(" ")).stream()
                        .map(path -> "https://news.example.org" + path)
                        .toList();

        JsonPath answer = get("/v1/quotes?" + query).jsonPath();

        assertThat(answer.<String>getList("items.article.url")).isEqualTo(expected);
        assertThat(answer.getInt("total.value")).isEqualTo(expected.size());
    }

    @Test
    void aSpeakerIsFoundByTheIdOfTheEntity() {
        String kerry = StoredNews.entityId("person", "John Kerry").toString();
        String iran = StoredNews.entityId("place", "Iran").toString();

        JsonPath answer = get("/v1/quotes?speaker=" + kerry + "&about=" + iran).jsonPath();

        assertThat(answer.<String>getList("items.article.url")).containsExactly("https://news.example.org/a");
    }

    @Test
    void anArticleWithoutADateIsFoundByWhenItWasSeenFirst() {
        JsonPath answer = get("/v1/quotes?from=2026-02-03&to=2026-02-03").jsonPath();

        assertThat(answer.<String>getList("items.article.dateUsed")).containsExactly("firstSeenAt");
        assertThat(answer.<String>getList("items.article.date")).containsExactly("2026-02-03T10:15:30.123456Z");
    }

    @Test
    void quotesOfAnEarlierAnalysisAreNotAnswered() throws SQLException {
        news.run("UPDATE quote SET current = false WHERE quote_id = ?", StoredNews.id("quote /a"));
        news.run("UPDATE quote_name SET current = false WHERE quote_id = ?", StoredNews.id("quote /a"));

        assertThat(get("/v1/quotes?about=Iran").jsonPath().getList("items")).isEmpty();
        given().when().get("/v1/quotes/" + StoredNews.id("quote /a")).then().statusCode(404);
    }

    @Test
    void oneQuoteIsAnsweredByItsId() {
        JsonPath answer = get("/v1/quotes/" + StoredNews.id("quote /b")).jsonPath();

        assertThat(answer.getString("speaker.name")).isEqualTo("José Ortega");
        assertThat(answer.getString("article.id")).isEqualTo(StoredNews.id("/b").toString());
    }

    @Test
    void pagesShowEveryQuoteOnceWhileNewOnesArrive() throws SQLException {
        for (int i = 0; i < 7; i++) {
            news.store("/same-time/" + i, "2014-06-18T12:00:00Z", "John Kerry", "Step by step " + i, "Iraq");
        }
        List<String> seen = new ArrayList<>();

        Response page = get("/v1/quotes?speaker=john%20kerry&limit=2");
        int pages = 1;
        while (page.jsonPath().getString("next") != null) {
            seen.addAll(page.jsonPath().getList("items.article.url"));
            news.store("/later/" + pages, "2026-03-01T12:00:00Z", "John Kerry", "News " + pages, "Iraq");
            assertThat(page.header("Link")).isEqualTo("<" + page.jsonPath().getString("next") + ">; rel=\"next\"");
            page = get(page.jsonPath().getString("next"));
            pages++;
        }
        seen.addAll(page.jsonPath().getList("items.article.url"));

        assertThat(page.header("Link")).isNull();
        assertThat(pages).isEqualTo(5);
        assertThat(seen).hasSize(9).doesNotHaveDuplicates().allMatch(url -> !url.contains("later"));
    }

    @Test
    void aLongListIsCountedAsFarAsItIsCheap() throws SQLException {
        news.run("""
                INSERT INTO quote SELECT analysis_id, gen_random_uuid(), article_id, n, kind, text, spans, cue, speaker,
                    speaker_no, confidence, rule, context, search, current, dated_at
                FROM quote, generate_series(1, 600) AS n""");

        JsonPath answer = get("/v1/quotes?limit=100").jsonPath();

        assertThat(answer.getInt("total.value")).isEqualTo(1000);
        assertThat(answer.getString("total.relation")).isEqualTo("atLeast");
        assertThat(answer.getList("items")).hasSize(100);
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false)
                .when()
                .get(path.replace(" ", "%20"))
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
