package org.onrecord.scraper.trial;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.NewsSite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class TrialTest {

    private static final String TEXT =
            "Ferry late\n\nThe ferry was late again on Monday, the harbour master said.\n\nSign up for our daily briefing";

    @Test
    void aPageIsAnsweredWithItsArticle() {
        String page =
                "<h1>Ferry late again on Monday</h1><article><p>The ferry was late again on Monday, and the harbour master said that nobody had minded.</p></article>";

        post(Map.of("html", page, "url", "https://courier.example/ferry"))
                .statusCode(200)
                .body("outcome", equalTo("extracted"))
                .body("article.title", equalTo("Ferry late again on Monday"))
                .body("article.text", startsWith("The ferry was late"))
                .body("article.evidence.title", equalTo("h1"));
    }

    @Test
    void aTextIsAnsweredWithWhatWasTakenOut() {
        post(Map.of("text", TEXT))
                .statusCode(200)
                .body("article.title", equalTo("Ferry late"))
                .body("article.removed.reason", hasItem("newsletter-prompt"));
    }

    @Test
    void aPageWithoutAnArticleSaysWhy() {
        post(Map.of("html", "<title>Page not found</title><p>Sorry.</p>"))
                .statusCode(200)
                .body("outcome", equalTo("not-an-article"))
                .body("detail", equalTo("error-page"));
    }

    @Test
    void aPageOfTooManyElementsSaysSo() {
        post(Map.of("html", "<p>".repeat(3_200_000)))
                .statusCode(200)
                .body("outcome", equalTo("too-long"))
                .body("detail", startsWith("more than 200000 elements"));
    }

    @Test
    void neitherPageNorTextIsAProblem() {
        post(Map.of("url", "https://courier.example/ferry"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("invalid-submission"));
    }

    @Test
    void aPageIsFetchedAndReadAndNothingToldOfIt() {
        String url = NewsSite.origin() + "/ferry.html?tried";

        tryOut(url).statusCode(200).body("outcome", equalTo("extracted")).body("article.text", not(emptyString()));

        UUID later = UUID.randomUUID();
        given().contentType("application/json")
                .body(Map.of("requestId", later, "url", url))
                .post("/v1/submissions")
                .then()
                .statusCode(200);
        assertThat(EventLog.await(
                        Topics.OUTCOMES,
                        event -> url.equals(event.json().path("url").asText()),
                        2))
                .allMatch(event ->
                        later.toString().equals(event.json().path("requestId").asText()));
    }

    /** What guards fetching guards this too. */
    @ParameterizedTest
    @CsvSource({
        "/private/ferry.html, refused-by-robots",
        "/into-private.html, refused-by-robots",
        "/inward.html, refused-address",
        "/circle.html, too-many-redirects",
        "/noindex.html, refused-by-page",
        "/gone.html, http-error",
        "/cut.html, connection-failed"
    })
    void whatMayNotOrCannotBeFetchedSaysWhy(String page, String outcome) {
        tryOut(NewsSite.origin() + page)
                .statusCode(200)
                .body("outcome", equalTo(outcome))
                .body("detail", not(emptyString()))
                .body("article", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:9/",
                "http://[::ffff:10.0.0.1]/",
                "http://localhost/",
                "http://2130706433/"
            })
    void addressesOfTheHouseAreNotAsked(String url) {
        tryOut(url).statusCode(200).body("outcome", oneOf("refused-address", "unknown-host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ferry", "file:///etc/passwd", "javascript:alert(1)", "//courier.example/ferry"})
    void whatIsNoAddressOfTheWebIsAProblem(String url) {
        tryOut(url).statusCode(400).body("type", endsWith("invalid-submission"));
    }

    private static ValidatableResponse tryOut(String url) {
        return given().contentType("application/json")
                .body(Map.of("url", url))
                .when()
                .post("/v1/extract/address")
                .then();
    }

    private static ValidatableResponse post(Map<String, String> body) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/v1/extract")
                .then();
    }
}
