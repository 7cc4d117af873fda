package org.onrecord.api.alert;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.api.Eventually.eventually;

/** Nothing but the public web is sent to, unless the operator says so. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class RefusedReceiversTest {

    /** Another class may have had the service started anew. */
    @BeforeEach
    void awaitTables() {
        eventually().until(() -> given().get("/v1/searches").statusCode() == 200);
    }

    /** No server for mail is configured here. */
    @Test
    void mailIsRefusedWhereNoServerIsNamed() {
        given().contentType(ContentType.JSON)
                .body(Map.of("search", search(), "email", "desk@paper.example"))
                .post("/v1/alerts")
                .then()
                .statusCode(400)
                .body("errors.name", equalTo(List.of("email")))
                .body("detail", containsString("ONRECORD_MAIL_HOST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/hook",
                "http://10.0.0.1/hook",
                "http://desk.example:8080/hook",
                "http://[::1]/hook",
                "http://169.254.169.254/latest/meta-data",
                "http://localhost/hook",
                "http://2130706433/hook",
                "http://desk.internal/hook",
                "https://user:secret@desk.example/hook",
                "ftp://desk.example/hook",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "/hook",
                "",
                "http://no-such-host.invalid/hook",
            })
    void whatIsNoPublicAddressIsRefusedWhenTheAlertIsMade(String url) {
        given().contentType(ContentType.JSON)
                .body(Map.of("search", search(), "url", url))
                .post("/v1/alerts")
                .then()
                .statusCode(400)
                .body("errors.name", equalTo(List.of("url")));
        assertThat(given().get("/v1/alerts").jsonPath().getList("items")).isEmpty();
    }

    private static String search() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", "a search"))
                .post("/v1/searches")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
