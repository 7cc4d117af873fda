package org.onrecord.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Bad input gets a problem document or an outcome with its reason, and the services go on. */
@ExtendWith(RunningLine.class)
class BadInputTest {
    private Line line;
    private Press press;

    @BeforeEach
    void take(Line running, Press pages) {
        line = running;
        press = pages;
    }

    @AfterEach
    void theServicesGoOn() {
        JsonPath article = RunningLine.read(line, press.story(600));
        assertThat(article.getString("title")).isEqualTo("Council hears plan 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"url\": ", "[]", "{}", "\"words\"", "{\"url\": 7}", "{\"url\": \"x\", \"text\": \"y\"}"})
    void aMalformedSubmissionIsAProblem(String body) {
        given().baseUri(line.api().origin().toString())
                .contentType("application/json")
                .body(body)
                .when()
                .post("/v1/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", startsWith("https://onrecord.org/problems/"))
                .body("detail", not(emptyString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no list",
                "{\"url\": \"https://paper.example/\"}",
                "<rss version=\"2.0\"/>",
                "<opml><body><outline xmlUrl=\"https://paper.example/feed\">",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss>&x;</rss>"
            })
    void aListOfSubscriptionsThatIsNoneIsAProblem(String body) {
        given().baseUri(line.api().origin().toString())
                .contentType("text/x-opml")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/v1/sources/opml")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("OPML"));
        given().baseUri(line.api().origin().toString())
                .get("/v1/sources.opml")
                .then()
                .statusCode(200)
                .body(not(containsString("paper.example")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://no-such-host.invalid/story.html, unknown-host",
        "http://10.0.0.1/story.html,             refused-address",
        "http://169.254.169.254/latest,          refused-address",
        "http://127.0.0.1:1/,                    refused-address",
        "http://[::1]:8080/,                     refused-address"
    })
    void anAddressThatMayNotBeFetchedIsAnOutcome(String url, String reason) {
        JsonPath trace = RunningLine.awaitEnd(line, RunningLine.submit(line, Map.of("url", url)));

        assertThat(trace.<String>getList("outcomes.reason")).contains(reason);
    }

    @Test
    void aSchemeThatMayNotBeFetchedIsAProblem() {
        given().baseUri(line.api().origin().toString())
                .contentType("application/json")
                .body(Map.of("url", "file:///etc/passwd"))
                .when()
                .post("/v1/articles")
                .then()
                .statusCode(400)
                .body("detail", containsString("http"));
    }

    @ParameterizedTest
    @CsvSource({"/huge, too-large", "/loop, too-many-redirects", "/broken, http-error", "/story/x, connection-failed"})
    void aPageThatMisbehavesIsAnOutcome(String path, String reason) {
        JsonPath trace = RunningLine.awaitEnd(
                line, RunningLine.submit(line, Map.of("url", "http://" + press.authority() + path)));

        assertThat(trace.<String>getList("outcomes.reason")).contains(reason);
    }

    @Test
    void aTextOfOneLetterIsAnOutcome() {
        JsonPath trace = RunningLine.awaitEnd(line, RunningLine.submit(line, Map.of("text", "x")));

        assertThat(trace.<String>getList("outcomes.reason")).contains("not-an-article");
    }
}
