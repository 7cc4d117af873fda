package org.onrecord.api.forward;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Neither the scraper nor the NLP service answers here. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class ServiceAwayTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/sources, scraper-away",
        "GET, /v1/sources?limit=500&state=active, scraper-away",
        "POST, /v1/sources, scraper-away",
        "PATCH, /v1/sources/00000000-0000-3000-8000-000000000000, scraper-away",
        "DELETE, /v1/sources/00000000-0000-3000-8000-000000000000, scraper-away",
        "POST, /v1/extract, scraper-away",
        "POST, /v1/analyze, reader-away"
    })
    void whoAsksMeanwhileIsToldToAskAgain(String method, String path, String problem) {
        given().contentType("application/json")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("https://onrecord.org/problems/" + problem));
    }

    @ParameterizedTest
    @CsvSource({"limit=501, limit", "limit=0, limit", "state=asleep, state", "cursor=%25, cursor", "colour=red, colour"
    })
    void whatCannotBeAnsweredIsNotPassedOn(String query, String name) {
        given().urlEncodingEnabled(false)
                .get("/v1/sources?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString(name));
    }

    @Test
    void anIdThatIsNoneIsNoSource() {
        given().get("/v1/sources/x").then().statusCode(404);
    }
}
