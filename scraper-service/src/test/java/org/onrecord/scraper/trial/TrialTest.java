package org.onrecord.scraper.trial;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
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

    private static ValidatableResponse post(Map<String, String> body) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/v1/extract")
                .then();
    }
}
