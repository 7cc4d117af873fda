package org.onrecord.scraper.frontier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.EventLog.Event;
import org.onrecord.scraper.NewsSite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.onrecord.scraper.Eventually.eventually;

/** Requests come over the topic; poison leaves it by the dead-letter topic and holds up nothing. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class FetchRequestInboxTest {

    @Test
    void aRequestBecomesAnArticleAndItsOutcomes() {
        UUID requestId = UUID.randomUUID();

        request(requestId, NewsSite.origin() + "/ferry.html");

        assertThat(EventLog.awaitOf(Topics.ARTICLES, requestId, 1)).hasSize(1);
        assertThat(EventLog.awaitOf(Topics.OUTCOMES, requestId, 2))
                .extracting(event -> event.json().path("reason").asText())
                .containsExactly("fetched", "extracted");
    }

    @Test
    void aPageThatIsAskedForAgainIsSentOnlyIfItHasChanged() {
        String url = NewsSite.origin() + "/unchanged.html?" + UUID.randomUUID();

        assertThat(reasons(url, 2)).containsExactly("fetched", "extracted");
        assertThat(reasons(url, 1)).containsExactly("not-modified");
    }

    @Test
    void aPageThatIsFreshIsNotAskedForAgain() {
        String url = NewsSite.origin() + "/fresh.html?" + UUID.randomUUID();
        assertThat(reasons(url, 2)).containsExactly("fetched", "extracted");
        int visits = NewsSite.visits("/fresh.html");

        assertThat(reasons(url, 1)).containsExactly("still-fresh");
        assertThat(NewsSite.visits("/fresh.html")).isEqualTo(visits);
    }

    @Test
    void whatASiteSaysOfUseIsRecordedAndRespected() {
        UUID kept = UUID.randomUUID();
        request(kept, NewsSite.origin() + "/noarchive.html");

        JsonNode article = EventLog.awaitOf(Topics.ARTICLES, kept, 1).getFirst().json();
        assertThat(article.path("rights").path("robots").asText()).isEqualTo("allowed");
        assertThat(article.path("rights").path("barredAgents").toString()).isEqualTo("[\"GPTBot\"]");
        assertThat(article.path("rights").path("directives").toString()).isEqualTo("[\"noarchive\",\"nosnippet\"]");
        assertThat(reasons(NewsSite.origin() + "/noindex.html", 1)).containsExactly("refused-by-page");
    }

    private static List<String> reasons(String url, int count) {
        UUID requestId = UUID.randomUUID();
        request(requestId, url);
        return reasonsOf(requestId, count);
    }

    private static List<String> reasonsOf(UUID requestId, int count) {
        return EventLog.awaitOf(Topics.OUTCOMES, requestId, count).stream()
                .map(event -> event.json().path("reason").asText())
                .toList();
    }

    @Test
    void whatCanNeverBeFetchedIsAnOutcomeAndHoldsUpNothing() {
        assertThat(reasons("file:///etc/passwd", 1)).containsExactly("refused-address");
        assertThat(reasons("no URL at all", 1)).containsExactly("refused-address");
        assertThat(reasons("https://no-such-host.invalid/story", 1)).containsExactly("unknown-host");
        assertThat(reasons(NewsSite.origin() + "/circle.html", 1)).containsExactly("too-many-redirects");
    }

    @Test
    void poisonGoesToTheDeadLetterTopicByteForByteAndTheNextIsTaken() {
        String poison = "{\"requestId\": \"no id\", " + UUID.randomUUID();
        UUID next = UUID.randomUUID();

        EventLog.write(Topics.FETCH_REQUESTS, "127.0.0.1", poison.getBytes(StandardCharsets.UTF_8));
        request(next, NewsSite.origin() + "/gone.html");

        assertThat(EventLog.awaitOf(Topics.OUTCOMES, next, 1)).hasSize(1);
        Event dead = EventLog.await(Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER, event -> poison.equals(event.text()), 1)
                .getFirst();
        assertThat(dead.key()).isEqualTo("127.0.0.1");
        assertThat(dead.header("dead-letter-reason")).contains("not a fetch request");
        assertThat(dead.header("dead-letter-exception-class-name")).endsWith("UnreadableEventException");
        assertThat(dead.header("dead-letter-cause")).isNotBlank();
        assertThat(dead.header("dead-letter-topic")).isEqualTo(Topics.FETCH_REQUESTS);
    }

    @Test
    void aUrlThatNoRowCanHoldIsPoisonToo() {
        String key = "nul-" + UUID.randomUUID();
        String json = "{\"requestId\": \"%s\", \"url\": \"http://127.0.0.1/\\u0000\"}".formatted(UUID.randomUUID());

        EventLog.write(Topics.FETCH_REQUESTS, key, json.getBytes(StandardCharsets.UTF_8));

        Event dead = EventLog.await(
                        Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER,
                        event -> key.equals(event.record().key()),
                        1)
                .getFirst();
        assertThat(dead.text()).isEqualTo(json);
    }

    @Test
    void anEmptyRecordIsPoisonToo() {
        String key = "tombstone-" + UUID.randomUUID();

        EventLog.write(Topics.FETCH_REQUESTS, key, null);

        List<Event> dead = EventLog.await(
                Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER,
                event -> key.equals(event.record().key()),
                1);
        assertThat(dead.getFirst().record().value()).isNull();
    }

    @Test
    void aSlowSiteDoesNotHoldUpTheOthers() {
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();

        request(slow, NewsSite.origin() + "/slow.html");
        eventually().until(() -> NewsSite.visits("/slow.html") > 0);
        request(quick, NewsSite.otherOrigin() + "/gone.html");

        assertThat(reasonsOf(quick, 1)).containsExactly("http-error");
        NewsSite.answerSlow();
        assertThat(reasonsOf(slow, 2)).containsExactly("fetched", "extracted");
    }

    @Test
    void readinessSaysWhereTheBrokerIs() {
        eventually()
                .until(
                        () -> given().get("/q/health/ready").then(),
                        ready -> ready.extract().statusCode() == 200)
                .body("checks.data.broker", hasItem(endsWith(": up")));
        given().when().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void outcomesAreCountedByReason() {
        UUID requestId = UUID.randomUUID();
        request(requestId, NewsSite.origin() + "/gone.html");
        EventLog.awaitOf(Topics.OUTCOMES, requestId, 1);

        given().when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("onrecord_outcomes_total{reason=\"http-error\",stage=\"fetch\"}"))
                .body(containsString("onrecord_host_outcomes_total{host=\"127.0.0.1:"))
                .body(containsString("onrecord_fetch_memory_free_bytes"))
                .body(containsString("onrecord_frontier_hosts"));
    }

    private static void request(UUID requestId, String url) {
        String json = "{\"requestId\": \"%s\", \"url\": \"%s\", \"requestedAt\": \"2026-11-23T04:00:00Z\"}"
                .formatted(requestId, url);
        EventLog.write(Topics.FETCH_REQUESTS, "127.0.0.1", json.getBytes(StandardCharsets.UTF_8));
    }
}
