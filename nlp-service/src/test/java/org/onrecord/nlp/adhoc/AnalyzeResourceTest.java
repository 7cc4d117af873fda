package org.onrecord.nlp.adhoc;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.server.KafkaTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.onrecord.nlp.Eventually.eventually;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class AnalyzeResourceTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void finds_who_said_what_in_a_text() {
        analyze(Map.of(
                        "title",
                        "Ferry stays",
                        "text",
                        "“We looked at the figures twice,” harbour master Ingrid Solheim told reporters on Tuesday."))
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("outcome", equalTo("analysed"))
                .body("sentences", hasSize(2))
                .body("sentences[0].field", equalTo("title"))
                .body("entities.name", hasItem("Ingrid Solheim"))
                .body("quotes", hasSize(1))
                .body("quotes[0].kind", equalTo("direct"))
                .body("quotes[0].cue.surface", equalTo("told"))
                .body("quotes[0].speaker.surface", containsString("Solheim"))
                .body("quotes[0].spans[0].start", equalTo(0));
    }

    @Test
    void joins_paragraphs_by_blank_lines_and_counts_in_the_text_it_returns() {
        analyze(Map.of("paragraphs", List.of("The ferry stays.", "“Yes,” Solheim said.")))
                .statusCode(200)
                .body("text", equalTo("The ferry stays.\n\n“Yes,” Solheim said."))
                .body("sentences[1].start", equalTo(18));
    }

    @Test
    void an_empty_list_of_paragraphs_is_none() {
        analyze(Map.of("text", "The ferry stays.", "paragraphs", List.of()))
                .statusCode(200)
                .body("text", equalTo("The ferry stays."));
    }

    @Test
    void says_that_it_does_not_read_other_languages() {
        analyze(Map.of("text", "Die Fähre bleibt, sagte Solheim.", "language", "de"))
                .statusCode(200)
                .body("outcome", equalTo("unsupported-language"))
                .body("quotes", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I", "“", "   ", "\u0000", "🙂"})
    void any_text_is_answered(String text) {
        analyze(Map.of("text", text)).statusCode(200).body("outcome", equalTo("analysed"));
    }

    @Test
    void half_a_surrogate_pair_is_answered() {
        given().contentType(ContentType.JSON)
                .body("{\"text\": \"\\ud83d said Solheim\"}")
                .post("/v1/analyze")
                .then()
                .statusCode(200)
                .body("text", equalTo("\uFFFD said Solheim"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                          | invalid-request",
                "null                                        | invalid-request",
                "{\"text\": \"a\", \"paragraphs\": [\"b\"]}  | invalid-request",
                "{\"paragraphs\": [\"a\", null]}             | invalid-request",
                "{\"paragraphs\": []}                      | invalid-request",
                "{\"text\": 123}                          | malformed-json",
                "{\"text\": \"a\", \"txet\": \"b\"}          | invalid-parameters",
                "{\"text\":                                  | malformed-json",
                "{\"text\": {\"a\": 1}}                      | malformed-json",
                "[1, 2]                                      | malformed-json",
                "\"text\"                                    | malformed-json",
                "not JSON at all                             | malformed-json"
            })
    void a_bad_request_is_a_problem_that_says_what_to_do(String body, String type) {
        ValidatableResponse response = given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/analyze")
                .then();

        problem(response, 400, type);
    }

    @Test
    void an_empty_body_is_a_problem() {
        problem(given().contentType(ContentType.JSON).post("/v1/analyze").then(), 400, "invalid-request");
    }

    @Test
    void deeply_nested_json_is_a_problem() {
        String body = "{\"paragraphs\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        problem(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/analyze")
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void more_than_a_million_characters_are_too_many() {
        problem(analyze(Map.of("text", "a ".repeat(500_001))), 413, "too-large");
        problem(analyze(Map.of("title", "a".repeat(2_001), "text", "a")), 413, "too-large");
    }

    @Test
    void a_body_beyond_the_cap_is_refused_before_it_is_read() {
        problem(analyze(Map.of("text", "a ".repeat(5_000_000))), 413, "too-large");
    }

    @Test
    void other_methods_media_types_and_paths_are_problems() {
        problem(given().get("/v1/analyze").then(), 405, "method-not-allowed");
        problem(given().contentType("text/plain").body("a").post("/v1/analyze").then(), 415, "unsupported-media-type");
        problem(
                given().contentType(ContentType.JSON)
                        .accept("image/png")
                        .body("{\"text\": \"a\"}")
                        .post("/v1/analyze")
                        .then(),
                406,
                "not-acceptable");
        problem(given().get("/v1/nothing").then(), 404, "not-found");
        problem(given().get("/").then(), 404, "not-found");
    }

    @Test
    void is_ready_when_the_broker_answers_and_the_models_read() {
        eventually()
                .until(
                        () -> given().get("/q/health/ready").then(),
                        ready -> ready.extract().statusCode() == 200)
                .body("status", equalTo("UP"))
                .body("checks.data.models", hasItem(endsWith(": up")))
                .body("checks.data.broker", hasItem(endsWith(": up")));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("analysis workers"));
    }

    @Test
    void counts_what_it_read() {
        analyze(Map.of("text", "“Yes,” Solheim said.")).statusCode(200);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("onrecord_analysis_seconds_count{outcome=\"analysed\"}"))
                .body(containsString("onrecord_analysis_quotes_count"))
                .body(containsString("onrecord_quotes_total{kind=\"direct\""));
    }

    @Test
    void describes_itself() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths.'/v1/analyze'.post.responses.keySet()", hasItem("503"))
                .body("components.schemas.keySet()", hasItem("AnalyzeRequest"))
                .body("components.schemas.ReadQuote.properties.keySet()", hasSize(greaterThan(5)))
                .body("paths.keySet()", everyItem(not(startsWith("/q"))));
    }

    private static ValidatableResponse analyze(Map<String, Object> request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/analyze")
                .then();
    }

    private static void problem(ValidatableResponse response, int status, String type) {
        response.statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("https://onrecord.org/problems/" + type))
                .body("status", equalTo(status))
                .body("title", not(empty()))
                .body("detail.length()", greaterThan(5))
                .body("instance", startsWith("/"));
    }
}
