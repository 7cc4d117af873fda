package org.onrecord.scraper.problem;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.NewsSite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Every error is a problem document, whichever layer it comes from. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class ProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"url\":                                    | malformed-json",
                "not JSON at all                              | malformed-json",
                "[]                                           | malformed-json",
                "\"words\"                                    | malformed-json",
                "{\"url\": {\"deep\": 1}}                     | malformed-json",
                "{\"requestId\": \"7\", \"text\": \"words\"}  | malformed-json",
                "null                                         | invalid-submission",
                "``                                           | invalid-submission",
                "{}                                           | invalid-submission",
                "{\"words\": \"x\"}                           | invalid-submission",
                "{\"html\": \"<p>x\", \"text\": \"x\"}        | invalid-submission",
                "{\"url\": \"http://a.example/\", \"html\": \"<p>x\", \"text\": \"x\"} | invalid-submission",
                "{\"url\": \"http://a.example\", \"title\": \"x\"}     | invalid-submission",
                "{\"url\": \"\"}                              | invalid-submission",
                "{\"url\": \"story.html\"}                    | invalid-submission",
                "{\"url\": \"file:///etc/passwd\"}            | invalid-submission",
                "{\"url\": \"javascript:alert(1)\"}           | invalid-submission",
                "{\"url\": \"http://\", \"text\": \"words\"}  | invalid-submission"
            })
    void whatIsNoSubmissionIsAProblem(String body, String slug) {
        isProblem(
                        given().contentType("application/json")
                                .body(body)
                                .when()
                                .post("/v1/submissions")
                                .then(),
                        400,
                        slug)
                .body("instance", equalTo("/v1/submissions"));
    }

    @Test
    void anotherMediaTypeIsAProblem() {
        isProblem(
                given().contentType("text/html")
                        .body("<p>x")
                        .when()
                        .post("/v1/submissions")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void anotherMethodIsAProblem() {
        isProblem(given().when().get("/v1/submissions").then(), 405, "method-not-allowed");
    }

    @Test
    void anUnknownPathIsAProblem() {
        isProblem(given().when().get("/v2/submissions").then(), 404, "not-found");
    }

    @Test
    void aBodyOverTheLimitIsAProblem() {
        String body = "{\"text\": \"" + "words ".repeat(2_000_000) + "\"}";

        isProblem(
                given().contentType("application/json")
                        .body(body)
                        .when()
                        .post("/v1/submissions")
                        .then(),
                413,
                "too-large");
    }

    /** The server closes its answer before a resource could write a document. */
    @Test
    void aBodyThatOutgrowsTheLimitUnannouncedIsTurnedAway() throws Exception {
        byte[] body = ("{\"text\": \"" + "words ".repeat(1_900_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/submissions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(413);
        }
    }

    private static ValidatableResponse isProblem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://onrecord.org/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()));
    }
}
