package org.onrecord.scraper.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.EventLog.Event;
import org.onrecord.scraper.NewsSite;
import org.onrecord.scraper.Pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.onrecord.scraper.Eventually.eventually;

/** A site is added; its articles come out, over a real broker and a real database. Each test has a site of its own. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class SourceTest {

    @Test
    void aHomePageLeadsToItsFeedAndTheFeedToItsArticlesEachOnce() {
        page("/home/ferry");
        page("/home/quay");
        page("/home/", "<html><head><link rel=alternate type=application/rss+xml href=news.xml></head></html>");
        feed("/home/news.xml", "/home/ferry");

        String id = add("/home/", Map.of()).statusCode(201).extract().path("id");
        awaitExtracted("/home/ferry");
        feed("/home/news.xml", "/home/quay", "/home/ferry?utm_source=rss");
        awaitExtracted("/home/quay");

        eventually().until(() -> NewsSite.notModified("/home/news.xml") > 1);
        JsonPath source = get(id);
        assertThat(source.getString("state")).isEqualTo("active");
        assertThat(source.getInt("articlesFound")).isEqualTo(2);
        assertThat(source.getString("channels[0].kind")).isEqualTo("rss");
        assertThat(source.getString("channels[0].url")).isEqualTo(NewsSite.origin() + "/home/news.xml");
        assertThat(source.getString("channels[0].nextPollAt")).isNotNull();
        assertThat(NewsSite.visits("/home/ferry")).isEqualTo(1);
        assertThat(NewsSite.visits("/home/quay")).isEqualTo(1);
        delete(id);
    }

    @Test
    void anIndexLeadsToItsSitemapsAndPatternsChooseAmongThem() {
        page("/map/news/ferry");
        page("/map/shop/mug");
        NewsSite.publish("/map/index.xml", "text/xml", """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%s/map/one.xml</loc></sitemap></sitemapindex>""".formatted(NewsSite.origin()));
        NewsSite.publish("/map/one.xml", "text/xml", """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>%1$s/map/shop/mug</loc><lastmod>%2$s</lastmod></url>
                <url><loc>%1$s/map/news/ferry</loc><lastmod>%2$s</lastmod></url></urlset>""".formatted(NewsSite.origin(), Instant.now()));

        String id = add("/map/index.xml", Map.of("include", List.of("*/map/*"), "exclude", List.of("*/shop/*")))
                .statusCode(201)
                .extract()
                .path("id");
        awaitExtracted("/map/news/ferry");

        assertThat(get(id).getList("channels.kind")).containsExactly("sitemap-index", "sitemap");
        assertThat(NewsSite.visits("/map/shop/mug")).isZero();

        // Clients send an empty list for what they do not give.
        change(id, Map.of("paused", true, "include", List.of(), "exclude", List.of()))
                .statusCode(200)
                .body("include", contains("*/map/*"))
                .body("exclude", contains("*/shop/*"));
        change(id, Map.of("include", List.of())).statusCode(400);
        change(id, Map.of("exclud", List.of("*"))).statusCode(400).body("errors[0].name", equalTo("exclud"));
        delete(id);
    }

    @Test
    void indexesWithinIndexesAreFollowedToABound() {
        page("/nest/ferry");
        index("/nest/0.xml", "/nest/1.xml", "/nest/0.xml");
        index("/nest/1.xml", "/nest/2.xml");
        index("/nest/2.xml", "/nest/3.xml", "/nest/news.xml");
        index("/nest/3.xml", "/nest/4.xml");
        NewsSite.publish("/nest/news.xml", "text/xml", """
                <urlset><url><loc>%s/nest/ferry</loc><lastmod>%s</lastmod></url></urlset>
                """.formatted(NewsSite.origin(), Instant.now()));

        String id = add("/nest/0.xml", Map.of()).statusCode(201).extract().path("id");
        awaitExtracted("/nest/ferry");
        eventually().until(() -> get(id).getString("lastError") != null);

        assertThat(get(id).getString("lastError")).contains("within 3 others", "/nest/3.xml");
        assertThat(NewsSite.visits("/nest/4.xml")).isZero();
        delete(id);
    }

    @Test
    void aPausedSourceIsNotAskedUntilItIsResumedAndADeletedOneNeverAgain() {
        feed("/pause/feed.xml");
        String id = add("/pause/feed.xml", Map.of()).extract().path("id");
        feed("/pause/other.xml");
        String other = add("/pause/other.xml", Map.of()).extract().path("id");
        eventually().until(() -> NewsSite.notModified("/pause/feed.xml") > 0);

        change(id, Map.of("paused", true))
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("channels[0].nextPollAt", nullValue());
        assertNotPolledAnyMore("/pause/feed.xml", "/pause/other.xml");

        int before = NewsSite.visits("/pause/feed.xml");
        change(id, Map.of("paused", false)).statusCode(200).body("state", equalTo("active"));
        eventually().until(() -> NewsSite.visits("/pause/feed.xml") > before);

        delete(id);
        given().get("/v1/sources/" + id).then().statusCode(404).body("detail", containsString("/v1/sources"));
        assertNotPolledAnyMore("/pause/feed.xml", "/pause/other.xml");
        delete(other);
    }

    @Test
    void addingASourceTwiceAnswersWithTheOneThatIsThere() {
        feed("/twice/feed.xml");

        String first =
                add("/twice/feed.xml", Map.of()).statusCode(201).extract().path("id");
        String second =
                add("/twice/feed.xml", Map.of()).statusCode(200).extract().path("id");

        assertThat(second).isEqualTo(first);
        given().get("/v1/sources?limit=1").then().statusCode(200).body("items.size()", equalTo(1));
        delete(first);
    }

    @Test
    void aFeedThatBreaksSaysSoAndIsReadAgainWhenItIsMended() {
        page("/mend/ferry");
        feed("/mend/feed.xml");
        String id = add("/mend/feed.xml", Map.of()).extract().path("id");
        eventually().until(() -> get(id).getString("state").equals("active"));

        NewsSite.publish("/mend/feed.xml", "text/xml", "<rss version='2.0'><channel><title>cut");
        eventually().until(() -> get(id).getString("channels[0].error") != null);
        feed("/mend/feed.xml", "/mend/ferry");

        awaitExtracted("/mend/ferry");
        eventually().until(() -> get(id).getString("channels[0].error") == null);
        assertThat(get(id).getString("lastError")).contains("no feed that can be read");
        delete(id);
    }

    @Test
    void documentsThatAreMadeToTakeMemoryFailAndOthersAreRead() throws IOException {
        page("/hostile/ferry");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("<rss version='2.0'><channel>" + "<a/>".repeat(12_000_000)).getBytes(StandardCharsets.UTF_8));
        }
        NewsSite.publish("/hostile/packed.xml", "text/xml", packed.toByteArray());
        NewsSite.publish("/hostile/names.xml", "text/xml", "<rss><channel>" + manyNames());
        NewsSite.publish("/hostile/deep.json", "application/json", "{\"items\":" + "[".repeat(5_000_000));
        NewsSite.publish("/hostile/items.xml", "text/xml", "<rss><channel>" + "<item/>".repeat(700_000));
        List<String> hostile = Stream.of("packed.xml", "names.xml", "deep.json")
                .map(file -> add("/hostile/" + file, Map.of()).extract().<String>path("id"))
                .toList();
        String items = add("/hostile/items.xml", Map.of()).extract().path("id");
        feed("/hostile/feed.xml", "/hostile/ferry");

        String well = add("/hostile/feed.xml", Map.of()).extract().path("id");

        awaitExtracted("/hostile/ferry");
        eventually().until(() -> get(items).getString("state").equals("active"));
        hostile.forEach(id -> eventually().until(() -> get(id).getString("lastError") != null));
        assertThat(hostile.stream().map(id -> get(id).getString("lastError")))
                .satisfiesExactly(
                        error -> assertThat(error).contains("a gzip file, and no sitemap in it"),
                        error -> assertThat(error).contains("more than 2,000 different names"),
                        error -> assertThat(error).contains("begins as JSON and is none that can be read"));
        Stream.concat(hostile.stream(), Stream.of(items, well)).forEach(SourceTest::delete);
    }

    @Test
    void aSiteWithoutAFeedFailsWithTheReason() {
        page("/without/", "<html><body>Only a page</body></html>");

        String id = add("/without/", Map.of()).extract().path("id");

        eventually().until(() -> get(id).getString("state").equals("failed"));
        assertThat(get(id).getString("lastError")).contains("no feed and no sitemap was found");
        assertThat(Stream.of("/feed", "/rss.xml", "/news-sitemap.xml", "/sitemap.xml")
                        .mapToInt(NewsSite::visits))
                .allMatch(visits -> visits > 0);
        assertThat(Stream.of("/rss", "/feed.xml", "/atom.xml", "/index.xml", "/sitemap_index.xml")
                        .mapToInt(NewsSite::visits))
                .containsOnly(0);
        delete(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/feed",
                "http://user:secret@example.org/",
                "http://2130706433/",
                "example.org",
                ""
            })
    void aSourceThatMayNotBeFetchedIsTurnedAway(String url) {
        given().contentType("application/json")
                .body(Map.of("url", url))
                .post("/v1/sources")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://onrecord.org/problems/invalid-source"))
                .body("detail", containsString("http or https URL"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0 | limit must be",
                "limit=1000000 | limit must be",
                "limit=x | limit must be",
                "state=asleep | state must be",
                "cursor=%00%ff | cursor must be"
            })
    void aListThatCannotBeGivenSaysWhatToSend(String query, String detail) {
        given().urlEncodingEnabled(false)
                .get("/v1/sources?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString(detail.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "{\"paused\": \"perhaps\"}", "{\"include\": [\"\"]}", "{\"include\": 7}", "["})
    void aChangeThatIsNoneIsTurnedAway(String body) {
        given().contentType("application/json")
                .body(body)
                .patch("/v1/sources/00000000-0000-3000-8000-000000000000")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("fault")));
    }

    /** A host is asked for one thing after the other: what was on its way ends before another feed is polled twice. */
    private static void assertNotPolledAnyMore(String path, String other) {
        awaitPolls(other, 2);
        int before = NewsSite.visits(path);
        awaitPolls(other, 5);
        assertThat(NewsSite.visits(path)).isEqualTo(before);
    }

    private static void awaitPolls(String path, int more) {
        int before = NewsSite.visits(path);
        eventually().until(() -> NewsSite.visits(path) >= before + more);
    }

    private static String manyNames() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 500_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        return names.toString();
    }

    private static ValidatableResponse add(String path, Map<String, ?> more) {
        Map<String, Object> source = new java.util.HashMap<>(more);
        source.put("url", NewsSite.origin() + path);
        return given().contentType("application/json")
                .body(source)
                .post("/v1/sources")
                .then();
    }

    private static ValidatableResponse change(String id, Map<String, ?> change) {
        return given().contentType("application/json")
                .body(change)
                .patch("/v1/sources/" + id)
                .then();
    }

    private static JsonPath get(String id) {
        return given().get("/v1/sources/" + id).then().statusCode(200).extract().jsonPath();
    }

    private static void delete(String id) {
        given().delete("/v1/sources/" + id).then().statusCode(204);
    }

    private static void awaitExtracted(String path) {
        List<Event> outcomes = EventLog.await(
                Topics.OUTCOMES,
                event -> event.json().path("url").asText().startsWith(NewsSite.origin() + path)
                        && event.json().path("reason").asText().equals("extracted"),
                1);
        assertThat(outcomes).isNotEmpty();
    }

    private static void index(String path, String... sitemaps) {
        String places = Stream.of(sitemaps)
                .map(sitemap -> "<sitemap><loc>" + NewsSite.origin() + sitemap + "</loc></sitemap>")
                .collect(Collectors.joining());
        NewsSite.publish(path, "text/xml", "<sitemapindex>" + places + "</sitemapindex>");
    }

    private static void page(String path) {
        page(path, Pages.FERRY.replace("<body>", "<body><!-- " + path + " -->"));
    }

    private static void page(String path, String html) {
        NewsSite.publish(path, "text/html; charset=utf-8", html);
    }

    private static void feed(String path, String... stories) {
        StringBuilder items = new StringBuilder();
        for (String story : stories) {
            items.append("<item><title>A story</title><link>")
                    .append(NewsSite.origin())
                    .append(story)
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.now().atOffset(ZoneOffset.UTC)))
                    .append("</pubDate></item>");
        }
        NewsSite.publish(
                path,
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Post</title>"
                        + "<link>https://news.example.org/</link><description>News</description>" + items
                        + "</channel></rss>");
    }
}
