package org.onrecord.api.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.onrecord.api.Eventually.eventually;

/** A key in an address: of scope feed, for feeds, and for nothing else. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(FeedKeyTest.WithKeys.class)
class FeedKeyTest {

    @Inject
    DataSource database;

    @Test
    void aKeyOfScopeFeedOpensFeedsByTheirAddress() throws SQLException {
        String key = create(Scope.FEED);

        for (String feed : List.of("/v1/quotes.atom", "/v1/quotes.json")) {
            given().get(feed + "?q=harbour&key=" + key)
                    .then()
                    .statusCode(200)
                    .body(not(containsString(key)))
                    .header("Cache-Control", containsString("private"));
            given().header("Authorization", "Bearer " + key).get(feed).then().statusCode(200);
            given().get(feed).then().statusCode(401);
            for (String wrong : List.of("onr_" + "0".repeat(43), "", "%00", "%ff", "onr_")) {
                given().urlEncodingEnabled(false)
                        .get(feed + "?key=" + wrong)
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json");
            }
        }
        given().get("/v1/quotes?key=" + key).then().statusCode(401);
        given().post("/v1/quotes.atom?key=" + key).then().statusCode(403);
        for (String path : List.of("/v1/quotes", "/v1/searches", "/q/metrics", "/q/openapi")) {
            given().header("Authorization", "Bearer " + key).get(path).then().statusCode(403);
        }
    }

    @Test
    void noOtherKeyIsTakenFromAnAddress() throws SQLException {
        for (Scope scope : List.of(Scope.READ, Scope.WRITE, Scope.ADMIN)) {
            String key = create(scope);
            given().get("/v1/quotes.atom?key=" + key)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("Only a key of scope feed"));
            given().header("Authorization", "Bearer " + key)
                    .get("/v1/quotes.atom")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aRevokedKeyOpensNoFeed() throws SQLException {
        String key = create(Scope.FEED);
        given().get("/v1/quotes.atom?key=" + key).then().statusCode(200);

        try (Connection connection = database.getConnection()) {
            var id = connection.prepareStatement("SELECT key_id FROM access_key WHERE hash = ?");
            id.setBytes(1, new KeySecret(key).hash());
            var row = id.executeQuery();
            row.next();
            new KeyCommand(() -> connection, System.out, System.err)
                    .execute(List.of("revoke", row.getObject(1, UUID.class).toString()));
        }

        eventually().until(() -> given().get("/v1/quotes.atom?key=" + key).statusCode() == 401);
    }

    @Test
    void everybodySeesTheirOwnSearchesAndTheirFeedsByIdAlone() throws SQLException {
        new StoredNews(database);
        String one = create(Scope.WRITE);
        String other = create(Scope.WRITE);
        String search = given().header("Authorization", "Bearer " + one)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"mine\"}")
                .post("/v1/searches")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        given().header("Authorization", "Bearer " + other).get(search).then().statusCode(404);
        given().header("Authorization", "Bearer " + other).delete(search).then().statusCode(404);
        assertThat(given().header("Authorization", "Bearer " + other)
                        .get("/v1/searches")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        given().get(search + "/feed.atom?key=" + create(Scope.FEED)).then().statusCode(200);
        given().header("Authorization", "Bearer " + create(Scope.READ))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"mine\"}")
                .post("/v1/searches")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + one).delete(search).then().statusCode(204);
    }

    private String create(Scope scope) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return KeyCommand.create(connection, "a feed test's", scope, null).text();
        }
    }

    /** As outside the local line. */
    public static class WithKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.access.mode", "keys");
        }
    }
}
