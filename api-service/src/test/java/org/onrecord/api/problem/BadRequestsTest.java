package org.onrecord.api.problem;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.page.Cursor;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Every bad request gets a problem document that says what to do. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class BadRequestsTest {

    private static final String ID = "00000000-0000-3000-8000-000000000000";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/v1/quotes?speker=Kerry               | speker        | about, changedSince, cursor",
                "/v1/quotes?kind=direct&kind=mixed     | kind          | once",
                "/v1/quotes?speaker=Kerry&speaker=--   | speaker       | letter or digit",
                "/v1/quotes?speaker=Kerry&speaker=     | speaker       | empty",
                "/v1/quotes?q=%22tide                  | q             | quotation mark",
                "/v1/quotes?q=tide%20AND               | q             | must not end with",
                "/v1/quotes?sort=best                  | sort          | newest, oldest, stored or relevance",
                "/v1/quotes?sort=relevance             | sort          | words",
                "/v1/articles?sort=relevance           | sort          | words",
                "/v1/quotes?changedSince=yesterday     | changedSince  | ISO 8601",
                "/v1/articles?storedSince=7            | storedSince   | ISO 8601",
                "/v1/takedowns?since=never             | since         | ISO 8601",
                "/v1/quotes?speaker=                   | speaker       | empty",
                "/v1/quotes?speaker=%22--              | speaker       | letter or digit",
                "/v1/quotes?speaker=%00                | speaker       | U+0000",
                "/v1/quotes?speaker=NAMEx200           | speaker       | 200",
                "/v1/quotes?about=%F0%9F%98%80         | about         | letter or digit",
                "/v1/quotes?q=                         | q             | empty",
                "/v1/quotes?q=NAMEx500                 | q             | 500",
                "/v1/quotes?q=a%00b                    | q             | U+0000",
                "/v1/quotes?kind=loud                  | kind          | direct, mixed or indirect",
                "/v1/quotes?site=                      | site          | empty",
                "/v1/quotes?site=NAMEx500              | site          | 253",
                "/v1/quotes?from=yesterday             | from          | ISO 8601",
                "/v1/quotes?from=2014-02-30            | from          | ISO 8601",
                "/v1/quotes?from=2014-05-01T12:00:00   | from          | zone",
                "/v1/quotes?to=%2B999999999-12-31T23:59:59Z | to       | 9999",
                "/v1/quotes?to=-0044-03-15             | to            | ISO 8601",
                "/v1/quotes?from=2014-06-02&to=2014-06-01 | from       | after",
                "/v1/quotes?limit=0                    | limit         | 1 to 100",
                "/v1/quotes?limit=1000000              | limit         | 1 to 100",
                "/v1/quotes?limit=-1                   | limit         | 1 to 100",
                "/v1/quotes?limit=ten                  | limit         | 1 to 100",
                "/v1/quotes?limit=1.5                  | limit         | 1 to 100",
                "/v1/quotes?limit=1e999999999          | limit         | 1 to 100",
                "/v1/quotes?minConfidence=1.1          | minConfidence | 0 to 1",
                "/v1/quotes?minConfidence=NaN          | minConfidence | 0 to 1",
                "/v1/quotes?minConfidence=1e-999999999 | minConfidence | 9 digits",
                "/v1/quotes?cursor=                    | cursor        | empty",
                "/v1/quotes?cursor=%C3%BC              | cursor        | next page",
                "/v1/quotes?cursor=AAAA                | cursor        | next page",
                "/v1/quotes?cursor=NAMEx2000           | cursor        | 1500",
                "/v1/quotes/00000000-0000-3000-8000-000000000000?x=1 | x | there are none",
                "/v1/articles?speaker=Kerry            | speaker       | entity",
                "/v1/articles?entity=-                 | entity        | letter or digit",
                "/v1/articles?q=NAMEx500               | q             | 500",
                "/v1/articles?from=2014                | from          | ISO 8601",
                "/v1/articles?limit=101                | limit         | 1 to 100",
                "/v1/articles?cursor=x                 | cursor        | next page",
                "/v1/entities?q=%20                    | q             | letter or digit",
                "/v1/entities?type=thing               | type          | person",
                "/v1/entities?limit=                   | limit         | empty",
                "/v1/entities?cursor=x                 | cursor        | next page",
                "/v1/entities?from=2014-01-01          | from          | type",
                "/v1/trace                             | url           | one of them",
                "/v1/trace?url=x&request=00000000-0000-3000-8000-000000000000 | url | one of them",
                "/v1/trace?url=                        | url           | empty",
                "/v1/trace?url=NAMEx9000               | url           | 8192",
                "/v1/trace?url=%00                     | url           | U+0000",
                "/v1/trace?request=7                   | request       | UUID"
            })
    void aParameterThatCannotBeAnsweredIsNamed(String path, String parameter, String message) {
        String filled = path.replace("NAMEx9000", "n".repeat(8193))
                .replace("NAMEx2000", "n".repeat(2001))
                .replace("NAMEx200", "n".repeat(201))
                .replace("NAMEx500", "n".repeat(501));

        problem(filled, 400)
                .body("type", equalTo("https://onrecord.org/problems/invalid-parameters"))
                .body("errors.name", hasItem(parameter))
                .body("errors.find { it.name == '" + parameter + "' }.message", containsString(message))
                .body("detail", containsString(message));
    }

    @Test
    void everyWrongParameterIsNamedAtOnce() {
        problem("/v1/quotes?limit=0&kind=loud&from=x", 400).body("errors.size()", equalTo(3));
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        String cursor = new Cursor(List.of("2014-01-01T00:00:00Z", ID)).encode("another question");

        problem("/v1/quotes?cursor=" + cursor, 400).body("errors.name", hasItem("cursor"));
    }

    /** What a cursor is bound to is no secret, so that anybody can make one. */
    @ParameterizedTest
    @ValueSource(strings = {"-9000-01-01T00:00:00Z", "-4713-01-01T00:00:00Z", "+20000-01-01T00:00:00Z"})
    void aForgedCursorOfADateThatTheDatabaseDoesNotKnowIsRefused(String date) {
        String articles = "articles\nnull\nnull\nnull\nnull\nnull";
        given().queryParam("cursor", new Cursor(List.of("2014-01-01T00:00:00Z", ID)).encode(articles))
                .get("/v1/articles")
                .then()
                .statusCode(200);

        problem("/v1/articles?cursor=" + new Cursor(List.of(date, ID)).encode(articles), 400)
                .body("errors.name", hasItem("cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes/" + ID,
                "/v1/quotes/7",
                "/v1/quotes/%00",
                "/v1/articles/" + ID,
                "/v1/articles/..%2f..%2fetc%2fpasswd",
                "/v1/articles/%3Cscript%3E",
                "/v1/entities/" + ID,
                "/v1/trace?request=" + ID,
                "/v1/nothing",
                "/v2/quotes"
            })
    void whatIsNotThereIsAProblem(String path) {
        problem(path, 404).body("type", equalTo("https://onrecord.org/problems/not-found"));
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /v1/quotes", "PUT, /v1/articles", "POST, /v1/trace", "PATCH, /v1/entities/x"})
    void aMethodThatIsNotTakenIsAProblem(String method, String path) {
        check(given().when().request(method, path).then(), 405);
    }

    @Test
    void anAnswerInAnotherFormIsAProblem() {
        check(given().accept("text/csv").when().get("/v1/quotes").then(), 406);
    }

    /** Answered by the HTTP layer, as it is no request that RFC 9112 knows. */
    @Test
    void aBrokenEscapeIsRefused() throws IOException {
        String answer = raw("GET /v1/quotes?speaker=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void aBodyOfAnotherTypeIsAProblem() {
        check(
                given().contentType("text/plain")
                        .body("words")
                        .when()
                        .post("/v1/articles")
                        .then(),
                415);
    }

    /** Answered before the body is sent, which clients that send it all the same take for a broken connection. */
    @Test
    void aBodyOverTheLimitIsAProblem() throws IOException {
        String answer = raw("POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "10 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"url\": ", "[]", "{\"url\": [7]}", "nil", ""})
    void aBodyThatIsNoSubmissionIsAProblem(String body) {
        check(
                given().contentType("application/json")
                        .body(body)
                        .when()
                        .post("/v1/articles")
                        .then(),
                400);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ValidatableResponse problem(String path, int status) {
        return check(given().urlEncodingEnabled(false).when().get(path).then(), status);
    }

    private static ValidatableResponse check(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("https://onrecord.org/problems/"))
                .body("status", equalTo(status))
                .body("title", not(emptyString()))
                .body("detail", not(emptyString()))
                .body("instance", startsWith("/"));
    }
}
