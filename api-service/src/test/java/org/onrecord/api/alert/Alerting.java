package org.onrecord.api.alert;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** Alerts as their owner makes and looks at them. */
final class Alerting {

    private Alerting() {}

    static JsonPath alert(String query, String url) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("search", search(query), "url", url))
                .post("/v1/alerts")
                .then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .extract()
                .jsonPath();
    }

    static String search(String query) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", "a search", "query", query))
                .post("/v1/searches")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** What was sent, the newest first. */
    static JsonPath log(JsonPath alert) {
        return given().get("/v1/alerts/" + alert.getString("id") + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
