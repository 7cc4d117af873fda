package org.onrecord.scraper.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.EventLog.Event;
import org.onrecord.scraper.NewsSite;
import org.onrecord.scraper.Pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.scraper.Eventually.eventually;

/** What is submitted is on the topics when the answer comes. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class SubmissionTest {

    @Test
    void aFetchedPageBecomesAnArticleAndTwoOutcomes() {
        UUID requestId = UUID.randomUUID();
        String url = NewsSite.origin() + "/moved.html";

        String articleId = submit(requestId, Map.of("url", url))
                .statusCode(200)
                .body("outcome.stage", equalTo("extract"))
                .body("outcome.reason", equalTo("extracted"))
                .extract()
                .path("articleId");

        Event article = EventLog.awaitOf(Topics.ARTICLES, requestId, 1).getFirst();
        assertThat(article.key()).startsWith(articleId + "/").endsWith("/" + requestId);
        assertThat(article.header("ce_type")).isEqualTo(Topics.ARTICLE_TYPE);
        assertThat(article.header("ce_source")).isEqualTo("scraper-service");
        assertThat(article.header("ce_specversion")).isEqualTo("1.0");
        assertThat(article.header("content-type")).isEqualTo("application/json");
        JsonNode json = article.json();
        assertThat(json.path("articleId").asText()).isEqualTo(articleId);
        assertThat(json.path("requestedUrl").asText()).isEqualTo(url);
        assertThat(json.path("url").asText()).isEqualTo(NewsSite.origin() + "/ferry.html?utm_source=moved");
        assertThat(json.path("canonicalUrl").asText()).isEqualTo(NewsSite.origin() + "/ferry.html");
        assertThat(json.path("site").asText()).isEqualTo("127.0.0.1");
        assertThat(json.path("title").asText()).isEqualTo(Pages.FERRY_TITLE);
        assertThat(json.path("text").asText()).contains("Nobody will be left standing on the quay");

        List<Event> outcomes = EventLog.awaitOf(Topics.OUTCOMES, requestId, 2);
        assertThat(outcomes).extracting(Event::key).containsOnly(url);
        assertThat(outcomes)
                .extracting(event -> event.json().path("reason").asText())
                .containsExactly("fetched", "extracted");
        assertThat(outcomes.getLast().json().path("version").asText())
                .isEqualTo(json.path("version").asText());
    }

    @Test
    void aTextWithoutUrlIsIdentifiedByItsWords() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        String id = submit(first, Map.of("text", Pages.FERRY_TEXT))
                .statusCode(200)
                .extract()
                .path("articleId");
        String again = submit(second, Map.of("text", Pages.FERRY_TEXT))
                .statusCode(200)
                .extract()
                .path("articleId");

        assertThat(again).isEqualTo(id);
        assertThat(EventLog.awaitOf(Topics.OUTCOMES, first, 2))
                .extracting(Event::key)
                .containsOnly(first.toString());
    }

    @Test
    void whatIsToldOfATextCountsForMoreThanWhatIsRead() {
        UUID requestId = UUID.randomUUID();

        submit(
                        requestId,
                        Map.of(
                                "text", Pages.FERRY_TEXT,
                                "title", "Told title",
                                "publishedAt", "2019-03-14T06:30:00Z",
                                "authors", List.of("June Marsh", "Ben Ode"),
                                "language", "de",
                                "site", "harbour-herald.example"))
                .statusCode(200);

        JsonNode article =
                EventLog.awaitOf(Topics.ARTICLES, requestId, 1).getFirst().json();
        assertThat(article.path("title").asText()).isEqualTo("Told title");
        assertThat(article.path("publishedAt").asText()).isEqualTo("2019-03-14T06:30:00Z");
        assertThat(article.path("authors")).extracting(JsonNode::asText).containsExactly("June Marsh", "Ben Ode");
        assertThat(article.path("language").asText()).isEqualTo("de");
        assertThat(article.path("site").asText()).isEqualTo("harbour-herald.example");
        assertThat(article.path("evidence").path("published").asText()).isEqualTo("submission");
    }

    @Test
    void htmlIsReadAsIfItHadBeenFetched() {
        UUID requestId = UUID.randomUUID();

        submit(requestId, Map.of("html", Pages.FERRY, "url", "https://www.harbour-herald.example/ferry?fbclid=1#c"))
                .statusCode(200)
                .body("outcome.reason", equalTo("extracted"));

        JsonNode article =
                EventLog.awaitOf(Topics.ARTICLES, requestId, 1).getFirst().json();
        assertThat(article.path("canonicalUrl").asText()).isEqualTo("https://www.harbour-herald.example/ferry");
        assertThat(article.path("site").asText()).isEqualTo("harbour-herald.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/inward.html,          fetch, refused-address,    metadata",
        "/circle.html,          fetch, too-many-redirects, circle",
        "/private/ferry.html,   fetch, refused-by-robots,  robots.txt",
        "/into-private.html,    fetch, refused-by-robots,  robots.txt",
        "/picture.png,          fetch, unsupported-content, image/png",
        "/gone.html,            fetch, http-error,         410",
        "/broken.html,          fetch, http-error,         503",
        "/endless.html,         fetch, too-large,          bytes",
        "/cut.html,             fetch, connection-failed,  connection"
    })
    void whatCannotBeFetchedIsAnOutcome(String path, String stage, String reason, String detail) {
        UUID requestId = UUID.randomUUID();

        submit(requestId, Map.of("url", NewsSite.origin() + path))
                .statusCode(200)
                .body("outcome.stage", equalTo(stage))
                .body("outcome.reason", equalTo(reason))
                .body("outcome.detail", containsString(detail));

        JsonNode outcome =
                EventLog.awaitOf(Topics.OUTCOMES, requestId, 1).getFirst().json();
        assertThat(outcome.path("reason").asText()).isEqualTo(reason);
        assertThat(outcome.path("url").asText()).isEqualTo(NewsSite.origin() + path);
        assertThat(outcome.has("articleId")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://no-such-host.invalid/story.html, unknown-host",
        "http://10.0.0.1/story.html,             refused-address",
        "http://127.0.0.1:1/,                    refused-address",
        "http://localhost/,                      unknown-host",
        "http://[::1]:8080/,                     refused-address",
        "https://0x7f.1/,                        refused-address"
    })
    void whereNothingMayBeFetchedIsAnOutcome(String url, String reason) {
        submit(UUID.randomUUID(), Map.of("url", url)).statusCode(200).body("outcome.reason", equalTo(reason));
    }

    @Test
    void aServerInTroubleIsAskedAgain() {
        submit(UUID.randomUUID(), Map.of("url", NewsSite.origin() + "/troubled.html"))
                .statusCode(200)
                .body("outcome.reason", equalTo("extracted"));

        assertThat(NewsSite.visits("/troubled.html")).isEqualTo(3);
    }

    @Test
    void aPageThatIsCutShortIsReadAfterTheLastAttemptAndSaysSo() {
        UUID requestId = UUID.randomUUID();

        submit(requestId, Map.of("url", NewsSite.origin() + "/short.html"))
                .statusCode(200)
                .body("outcome.reason", equalTo("extracted"));

        assertThat(EventLog.awaitOf(Topics.ARTICLES, requestId, 1)
                        .getFirst()
                        .json()
                        .path("partial")
                        .asBoolean())
                .isTrue();
        assertThat(EventLog.awaitOf(Topics.OUTCOMES, requestId, 2)
                        .getFirst()
                        .json()
                        .path("detail")
                        .asText())
                .contains("/short.html; cut off: after ");
        assertThat(NewsSite.visits("/short.html")).isEqualTo(3);
    }

    @Test
    void aPageWhoseSiteReservesItsMiningIsNotRead() {
        NewsSite.publish("/mining/ferry.html", "text/html; charset=utf-8", Pages.FERRY);

        submit(UUID.randomUUID(), Map.of("url", NewsSite.origin() + "/mining/ferry.html"))
                .statusCode(200)
                .body("outcome.reason", equalTo("refused-by-page"))
                .body("outcome.detail", containsString("tdm"));
    }

    /** Again, as any client does, when the broker is too busy to take the events in time. */
    private static io.restassured.response.ValidatableResponse submit(UUID requestId, Map<String, ?> fields) {
        Map<String, Object> body = new java.util.HashMap<>(fields);
        body.put("requestId", requestId.toString());
        return eventually()
                .until(
                        () -> given().contentType("application/json")
                                .body(body)
                                .when()
                                .post("/v1/submissions")
                                .then(),
                        answer -> answer.extract().statusCode() != 503);
    }
}
