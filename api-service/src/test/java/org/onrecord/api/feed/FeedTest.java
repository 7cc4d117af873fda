package org.onrecord.api.feed;

import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A question as a feed, read by a parser of feeds that others use. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class FeedTest {

    private static final String QUESTION = "?speaker=John%20Kerry&about=Iran";

    /** Markup, the ends of sections and entities, controls, turned direction, half characters of UTF-16. */
    private static final String HOSTILE =
            "</title><script>alert(1)</script> & ]]> <!-- &lt; \u0001\u000b \u202eevil\u202c \uFFFE \ud83d\ude00 \"'";

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void store() throws SQLException {
        news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", "2014-06-17T12:00:00Z", "John Kerry", "Nothing is decided", "Iran");
        news.store("/c", null, "Jane Roe", "Nothing has changed", "Iran");
    }

    @Test
    void aFeedReaderFindsTheStatementsOfAQuestion() throws Exception {
        SyndFeed feed = atom("/v1/quotes.atom" + QUESTION);

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Onrecord: about Iran, speaker John Kerry");
        assertThat(feed.getUri()).startsWith("urn:uuid:");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("John Kerry: “Nothing is decided,”", "John Kerry: “We are open to discussions,”");
        SyndEntry first = feed.getEntries().getFirst();
        assertThat(first.getUri()).isEqualTo("urn:uuid:" + StoredNews.id("quote /b"));
        assertThat(first.getLink()).isEqualTo("https://news.example.org/b");
        assertThat(first.getAuthor()).isEqualTo("John Kerry");
        assertThat(first.getPublishedDate()).isEqualTo(Date.from(Instant.parse("2014-06-17T12:00:00Z")));
        assertThat(Jsoup.parse(first.getContents().getFirst().getValue()).text())
                .isEqualTo("“Nothing is decided,” John Kerry, in On Iran, example.org");
    }

    @Test
    void theSameAsJsonFeed() {
        Response answer = given().urlEncodingEnabled(false).get("/v1/quotes.json" + QUESTION);

        assertThat(answer.contentType()).startsWith("application/feed+json");
        JsonPath feed = answer.jsonPath();
        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("home_page_url")).startsWith("http://localhost");
        assertThat(feed.getString("feed_url")).endsWith("/v1/quotes.json" + QUESTION);
        assertThat(feed.getList("items.id"))
                .containsExactly("urn:uuid:" + StoredNews.id("quote /b"), "urn:uuid:" + StoredNews.id("quote /a"));
        assertThat(feed.getList("items.authors.name")).containsExactly(List.of("John Kerry"), List.of("John Kerry"));
        assertThat(feed.getString("items[0].date_published")).isEqualTo("2014-06-17T12:00:00Z");
    }

    @Test
    void aSavedSearchIsAFeedThatFollowsItsFilters() throws Exception {
        String search = given().contentType(ContentType.JSON)
                .body(Map.of("name", "Roe & <others>", "query", "speaker=Roe"))
                .post("/v1/searches")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        SyndFeed before = atom(search + "/feed.atom");
        assertThat(before.getTitle()).isEqualTo("Onrecord: Roe & <others>");
        assertThat(before.getEntries()).hasSize(1);

        given().contentType(ContentType.JSON)
                .body(Map.of("query", "speaker=Kerry"))
                .patch(search);

        SyndFeed after = atom(search + "/feed.atom");
        assertThat(after.getEntries()).hasSize(2);
        assertThat(after.getUri()).isEqualTo(before.getUri());
        assertThat(given().get(search + "/feed.json").jsonPath().getList("items"))
                .hasSize(2);
        given().get("/v1/searches/" + StoredNews.id("none") + "/feed.atom")
                .then()
                .statusCode(404);
    }

    @Test
    void whoHasTheFeedIsToldThatItIsTheSame() throws SQLException {
        news.run("UPDATE quote SET changed_at = now() - interval '1 hour'");
        for (String path : List.of("/v1/quotes.atom" + QUESTION, "/v1/quotes.json" + QUESTION)) {
            Response first = given().urlEncodingEnabled(false).get(path);
            String tag = first.header("ETag");
            String modified = first.header("Last-Modified");
            assertThat(tag).isNotBlank();
            assertThat(modified).isNotBlank();
            assertThat(status(path, "If-None-Match", tag)).isEqualTo(304);
            assertThat(status(path, "If-Modified-Since", modified)).isEqualTo(304);
        }
        String path = "/v1/quotes.atom" + QUESTION;
        String modified = given().urlEncodingEnabled(false).get(path).header("Last-Modified");
        news.store("/d", null, "John Kerry", "It is decided now", "Iran");

        assertThat(status(path, "If-Modified-Since", modified)).isEqualTo(200);
        assertThat(given().urlEncodingEnabled(false)
                        .header("If-None-Match", "W/\"other\"")
                        .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .get(path)
                        .statusCode())
                .as("the tag decides")
                .isEqualTo(200);
    }

    @Test
    void whatAStrangerWritesStaysWords() throws Exception {
        // PostgreSQL has no half characters: what is written in their place comes back.
        news.run("UPDATE article SET title = ?, url = 'javascript:alert(1)'", HOSTILE);
        news.run(
                "UPDATE quote SET text = ?, speaker = jsonb_set(speaker, '{name}', to_jsonb(?::text))",
                HOSTILE,
                HOSTILE);

        SyndFeed feed = atom("/v1/quotes.atom");

        assertThat(feed.getEntries()).hasSize(3);
        for (SyndEntry entry : feed.getEntries()) {
            var html = Jsoup.parse(entry.getContents().getFirst().getValue());
            assertThat(html.select("script, title:not(head title), img")).isEmpty();
            assertThat(html.text()).contains("<script>alert(1)</script>", "]]>", "\ud83d\ude00", "evil");
            assertThat(html.text() + entry.getTitle() + entry.getAuthor())
                    .doesNotContain("\u0001", "\u000b", "\u202e", "\uFFFE");
            assertThat(entry.getLink()).startsWith("http://");
            assertThat(html.select("a").attr("href")).startsWith("http://");
        }
        given().get("/v1/quotes.json").then().statusCode(200);
    }

    @Test
    void aFeedWithoutEntriesIsAFeed() throws Exception {
        assertThat(atom("/v1/quotes.atom?speaker=Nobody").getEntries()).isEmpty();
    }

    @Test
    void parametersAreThoseOfTheList() {
        given().get("/v1/quotes.atom?speeker=Kerry").then().statusCode(400);
        given().get("/v1/quotes.json?limit=5").then().statusCode(400);
    }

    private static int status(String path, String header, String value) {
        return given().urlEncodingEnabled(false).header(header, value).get(path).statusCode();
    }

    private static SyndFeed atom(String path) throws Exception {
        Response answer = given().urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        return new SyndFeedInput().build(new StringReader(answer.asString()));
    }
}
