package org.onrecord.api.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class ArticleResourceTest {

    @Inject
    DataSource database;

    private StoredNews news;
    private UUID kerry;

    @BeforeEach
    void twoStories() throws SQLException {
        news = new StoredNews(database);
        kerry = news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", null, "José Ortega", "The harbour belongs to the town", "Málaga");
    }

    @Test
    void anArticleIsAnsweredWithEverythingThatWasReadInIt() {
        JsonPath article = get("/v1/articles/" + kerry);

        String text = article.getString("text");
        assertThat(text).isEqualTo("“We are open to discussions,” John Kerry said of Iran.");
        assertThat(article.getString("title")).isEqualTo("On Iran");
        assertThat(article.getString("url")).isEqualTo("https://news.example.org/a");
        assertThat(article.getString("canonicalUrl")).isEqualTo("https://news.example.org/a");
        assertThat(article.getString("site")).isEqualTo("example.org");
        assertThat(article.getString("siteName")).isEqualTo("The News");
        assertThat(article.<String>getList("authors")).containsExactly("Ann Lee");
        assertThat(article.getString("publishedAt")).isEqualTo("2014-06-16T12:00:00Z");
        assertThat(article.getString("firstSeenAt")).isEqualTo(StoredNews.FETCHED.toString());
        assertThat(article.getString("dateUsed")).isEqualTo("publishedAt");
        assertThat(article.getString("blocks[0].kind")).isEqualTo("paragraph");
        assertThat(article.getString("removed[0].reason")).isEqualTo("newsletter-prompt");
        assertThat(article.<String>getList("entities.name")).containsExactly("John Kerry", "Iran");
        assertThat(article.getString("quotes[0].text")).isEqualTo("“We are open to discussions,”");
        assertThat(article.getString("quotes[0].speaker.name")).isEqualTo("John Kerry");
        assertThat(article.<Object>get("quotes[0].article")).isNull();
        assertThat(article.<Boolean>getList("versions.current")).containsExactly(true);
        assertThat(article.getString("provenance.evidence.title")).isEqualTo("json-ld");
        assertThat(article.getString("provenance.analyser")).isEqualTo("onrecord-nlp/1");
        int start = article.getInt("entities[0].mentions[0].span.start");
        int end = article.getInt("entities[0].mentions[0].span.end");
        assertThat(text.substring(start, end)).isEqualTo("John Kerry");
    }

    @Test
    void anArticleThatIsNotAnalysedYetIsAnsweredWithoutQuotes() throws SQLException {
        news.run("UPDATE article SET analysis_id = NULL WHERE article_id = ?", kerry);

        JsonPath article = get("/v1/articles/" + kerry);

        assertThat(article.getList("quotes")).isEmpty();
        assertThat(article.getList("entities")).isEmpty();
        assertThat(article.getString("provenance.analyser")).isNull();
    }

    @Test
    void anArticleOfWhichOnlyAPartWasThereSaysSo() throws SQLException {
        assertThat(get("/v1/articles/" + kerry).<Object>get("partial")).isNull();

        news.run("UPDATE article_version SET partial = true WHERE article_id = ?", kerry);
        news.run("UPDATE article SET etag = 'e4' WHERE article_id = ?", kerry);

        assertThat(get("/v1/articles/" + kerry).getBoolean("partial")).isTrue();
    }

    @Test
    void anAnswerThatStillHoldsIsNotSentAgain() throws SQLException {
        String tag =
                given().when().get("/v1/articles/" + kerry).then().extract().header("ETag");

        given().header("If-None-Match", tag)
                .when()
                .get("/v1/articles/" + kerry)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
        news.run("UPDATE article SET etag = 'e2' WHERE article_id = ?", kerry);
        given().header("If-None-Match", tag)
                .when()
                .get("/v1/articles/" + kerry)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasSentLatelyIsSentAgainUntilItChanges() throws SQLException {
        String first = given().get("/v1/articles/" + kerry).asString();
        assertThat(given().get("/v1/articles/" + kerry).asString()).isEqualTo(first);

        news.run("UPDATE article_version SET title = 'Another' WHERE article_id = ?", kerry);
        news.run("UPDATE article SET etag = 'e3' WHERE article_id = ?", kerry);

        assertThat(get("/v1/articles/" + kerry).getString("title")).isEqualTo("Another");
    }

    @Test
    void anEditIsShownParagraphByParagraph() throws SQLException {
        String text = get("/v1/articles/" + kerry).getString("text");
        news.run("""
                INSERT INTO article_version SELECT article_id, 'v0', extractor, fetched_at - interval '1 hour', digest, url,
                    canonical_url, site, site_name, 'On Iran, first', authors, published_at, modified_at, section, language,
                    lead_image, 'It began so.' || chr(10) || chr(10) || text, blocks, removed, evidence, NULL
                FROM article_version WHERE article_id = ?""", kerry);

        JsonPath diff = get("/v1/articles/" + kerry + "/diff");

        assertThat(diff.getString("from.version")).isEqualTo("v0");
        assertThat(diff.getString("to.version")).isEqualTo("v1");
        assertThat(diff.<String>getList("changes.before.text")).containsExactly("On Iran, first", "It began so.");
        assertThat(diff.getString("changes[0].after.text")).isEqualTo("On Iran");
        assertThat(diff.getString("changes[0].after.span.field")).isEqualTo("title");
        assertThat(diff.<Object>get("changes[1].after")).isNull();
        JsonPath back = get("/v1/articles/" + kerry + "/diff?from=v1&to=v0");
        assertThat(back.getString("changes[1].after.text")).isEqualTo("It began so.");
        assertThat(get("/v1/articles/" + kerry).getString("text")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 404, one wording alone",
        "?from=v9, 404, one wording alone",
        "?from=%3Cb%3E, 400, must be the version",
        "?version=v1, 400, is not a parameter here"
    })
    void whatCannotBeComparedIsSaid(String query, int status, String detail) {
        given().urlEncodingEnabled(false)
                .get("/v1/articles/" + kerry + "/diff" + query)
                .then()
                .statusCode(status)
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource({"*, 304", "'\"x\", \"y\"', 200", "nonsense\", 200", "'\"', 200", "'', 200"})
    void anyIfNoneMatchIsUnderstoodOrPassedOver(String header, int status) {
        given().header("If-None-Match", header)
                .when()
                .get("/v1/articles/" + kerry)
                .then()
                .statusCode(status);
    }

    @Test
    void aLongArticleIsCompressedForThoseWhoAskForIt() {
        given().header("Accept-Encoding", "gzip")
                .when()
                .get("/v1/articles/" + kerry)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("ETag", startsWith("W/"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "entity=john%20kerry,              /a",
                "entity=Kerry,                     /a",
                "entity=MALAGA,                    /b",
                "q=harbours,                       /b",
                "q=iran,                           /a",
                "q=open or harbour,                /b /a",
                "site=example.org,                 /b /a",
                "site=news.example.org,            ``",
                "from=2014-06-16&to=2014-06-16,    /a",
                "from=2026-01-01,                  /b"
            })
    void whatIsAskedForIsFoundNewestFirst(String query, String paths) {
        List<String> expected = paths == null || paths.isBlank()
                ? List.of()
                : List.of(paths.split(" ")).stream()
                        .map(path -> "https://news.example.org" + path)
                        .toList();

        JsonPath answer = get("/v1/articles?" + query);

        assertThat(answer.<String>getList("items.url")).isEqualTo(expected);
        assertThat(answer.getInt("total.value")).isEqualTo(expected.size());
    }

    @Test
    void pagesGoOnWhereTheLastEnded() throws SQLException {
        JsonPath first = get("/v1/articles?limit=1");
        news.store("/later", "2027-01-01T00:00:00Z", "John Kerry", "News", "Iran");
        JsonPath second = get(first.getString("next"));

        assertThat(first.getString("items[0].title")).isEqualTo("On Málaga");
        assertThat(first.getString("items[0].dateUsed")).isEqualTo("firstSeenAt");
        assertThat(second.getString("items[0].title")).isEqualTo("On Iran");
        assertThat(second.getString("next")).isNull();
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .when()
                .get(path.replace(" ", "%20"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theSameStoryElsewhereIsFoundByItsWords() throws SQLException {
        String words =
                "We are open to discussions with whoever has something to say, " + "and to be patient, ".repeat(20);
        UUID first = news.store("/agency", "2026-01-05T12:00:00Z", "John Kerry", words, "Iran");
        UUID copy = news.store("/paper", "2026-01-05T14:00:00Z", "John Kerry", words, "Iran");
        UUID edited = news.store("/weekly", "2026-01-06T12:00:00Z", "John Kerry", words, "Iran");
        UUID other = news.store("/other", "2026-01-05T12:00:00Z", "John Kerry", words, "Iran");
        fingerprint(first, 0x8f3a_0000_ffff_1234L);
        fingerprint(copy, 0x8f3a_0000_ffff_1234L);
        // Seven bits, two of them in three of the bands.
        fingerprint(edited, 0x8f3a_0000_ffff_1234L ^ 0x0001_0003_8001_4008L);
        fingerprint(other, 0x8f3a_0000_ffff_1234L ^ 0x0003_0003_8001_4008L);

        assertThat(get("/v1/articles/" + first + "/copies").<String>getList("items.article.url"))
                .containsExactly("https://news.example.org/paper", "https://news.example.org/weekly");
        assertThat(get("/v1/articles/" + first + "/copies").<Float>getList("items.similarity"))
                .containsExactly(1f, 57 / 64f);
    }

    @Test
    void aShortTextIsNobodysCopy() throws SQLException {
        UUID other = news.store("/d", null, "John Kerry", "We are open to discussions", "Iran");
        fingerprint(kerry, 7);
        fingerprint(other, 7);

        assertThat(get("/v1/articles/" + kerry + "/copies").getList("items")).isEmpty();
    }

    private void fingerprint(UUID article, long fingerprint) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE article SET fingerprint = " + fingerprint + " WHERE article_id = '" + article + "'");
        }
    }
}
