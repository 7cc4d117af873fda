package org.onrecord.api.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.onrecord.api.Eventually.eventually;

/** A browser is signed in with a key, may then what the key may, and is signed out for good. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(SignInTest.WithKeys.class)
class SignInTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "/, /sign-in",
        "/?q=iran, /sign-in?to=%2F%3Fq%3Diran",
        "/articles/x, /sign-in?to=%2Farticles%2Fx",
        "/sources, /sign-in?to=%2Fsources"
    })
    void aPageAsksWhoeverIsNotSignedInToDoSo(String page, String signIn) {
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .when()
                .get(page)
                .then()
                .statusCode(303)
                .header("Location", endsWith(signIn));
    }

    @Test
    void whoIsSignedInSeesPagesAndTakesFilesAlong() throws SQLException {
        Cookie session = session(Scope.READ);

        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
        with(session).when().get("/").then().statusCode(200).body(containsString("Sign out"));
        with(session).when().get("/v1/exports/quotes").then().statusCode(200);
    }

    /** Not those that a neighbouring host can set, or anybody on the way. */
    @Test
    void whereThereIsTlsOnlyCookiesOfThisHostAreRead() throws SQLException {
        Cookie session = session(Scope.READ);
        String ours = "__Host-onrecord-session";

        Response page = given().header("Host", "onrecord.desk.example").get("/sign-in");
        assertThat(page.header("Set-Cookie"))
                .startsWith("__Host-onrecord-form=")
                .contains("Secure", "Path=/")
                .doesNotContain("Domain");
        with(session)
                .header("Host", "onrecord.desk.example")
                .get("/v1/quotes")
                .then()
                .statusCode(401);
        given().header("Host", "onrecord.desk.example")
                .cookie(ours, session.getValue())
                .get("/v1/quotes")
                .then()
                .statusCode(200);
        given().cookie(ours, session.getValue()).get("/v1/quotes").then().statusCode(401);
    }

    @Test
    void theCookieHoldsNoKeyAndTheDatabaseNoCookie() throws SQLException {
        Cookie session = session(Scope.READ);

        assertThat(session.getValue()).doesNotContain("onr_");
        try (Connection connection = database.getConnection();
                var row = connection.createStatement().executeQuery("SELECT string_agg(s::text, ' ') FROM session s")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain(session.getValue());
        }
    }

    @Test
    void aSessionMayWhatItsKeyMayAndChangesNothingButByForms() throws SQLException {
        Cookie reader = session(Scope.READ);
        Cookie writer = session(Scope.WRITE);

        form(reader, "/sources")
                .formParam("url", "https://courier.example/")
                .when()
                .post("/sources")
                .then()
                .statusCode(403);
        // The services behind are away here: it was let in.
        form(reader, "/try").formParam("text", "x").when().post("/try").then().statusCode(503);
        form(writer, "/try").formParam("text", "x").when().post("/try").then().statusCode(503);
        form(writer, "/sources")
                .when()
                .post("/sources/00000000-0000-0000-0000-000000000000/remove")
                .then()
                .statusCode(403);
        with(writer)
                .contentType("application/json")
                .body("{\"url\": \"https://courier.example/story\"}")
                .when()
                .post("/v1/articles")
                .then()
                .statusCode(401);
        with(writer)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", "x")
                .when()
                .post("/try")
                .then()
                .statusCode(403);
    }

    @Test
    void onlyAnEditorSetsRightWhatWasRead() throws SQLException {
        String body = "{\"decision\": \"confirmed\"}";
        for (Scope scope : Scope.values()) {
            int status = scope.allows(Scope.EDIT) ? 404 : 403;
            RequestSpecification key = given().header("Authorization", "Bearer " + create(scope, null))
                    .contentType("application/json");
            key.body(body)
                    .put("/v1/quotes/00000000-0000-0000-0000-000000000000/review")
                    .then()
                    .statusCode(status);
            for (String path : new String[] {
                "/v1/quotes/00000000-0000-0000-0000-000000000000/review",
                "/v1/reviews/00000000-0000-0000-0000-000000000000"
            }) {
                given().header("Authorization", "Bearer " + create(scope, null))
                        .delete(path)
                        .then()
                        .statusCode(status);
            }
            given().header("Authorization", "Bearer " + create(scope, null))
                    .contentType("application/json")
                    .body("{\"name\": \"x\"}")
                    .post("/v1/people/00000000-0000-0000-0000-000000000000/rename")
                    .then()
                    .statusCode(status);
            form(session(scope), "/")
                    .formParam("name", "x")
                    .when()
                    .post("/entities/00000000-0000-0000-0000-000000000000/rename")
                    .then()
                    .statusCode(status);
        }
        given().header("Authorization", "Bearer " + create(Scope.EDIT, null))
                .delete("/v1/articles/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(403);
    }

    @Test
    void whoSignsOutIsOutAtOnceAndForGood() throws SQLException {
        Cookie session = session(Scope.READ);
        with(session).when().get("/").then().statusCode(200);

        form(session, "/")
                .redirects()
                .follow(false)
                .when()
                .post("/sign-out")
                .then()
                .statusCode(303);

        with(session).redirects().follow(false).when().get("/").then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onr_0000000000000000000000000000000000000000000",
                "x",
                "",
                "onr_<script>alert(1)</script>",
                "onr_0000000000000000000000000000000000000000000\r\nSet-Cookie: a=b"
            })
    void whatIsNoKeySignsNobodyIn(String key) {
        Response refused = signIn(key, "/");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.cookie("onrecord-session")).isNull();
        assertThat(refused.asString()).contains("There is no such key").doesNotContain("<script>alert");
    }

    @Test
    void anExpiredKeySignsNobodyIn() throws SQLException {
        String key = create(Scope.READ, OffsetDateTime.parse("2026-01-01T00:00:00Z"));

        assertThat(signIn(key, "/").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/v1/quotes"
            })
    void signingInLeadsNowhereElse(String to) throws SQLException {
        Response answer = signIn(create(Scope.READ, null), to);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).matches("(http://[^/]+)?/");
    }

    @Test
    void aForeignFormSignsNobodyIn() throws SQLException {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", create(Scope.READ, null))
                .formParam("token", "AAAAAAAAAAAAAAAAAAAAAA")
                .when()
                .post("/sign-in")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0000000000000000000000000000000000000000000", "' OR 1=1 --"})
    void aCookieThatIsNoSessionOpensNothing(String value) {
        given().cookie("onrecord-session", value)
                .redirects()
                .follow(false)
                .when()
                .get("/")
                .then()
                .statusCode(303);
        given().cookie("onrecord-session", value)
                .when()
                .get("/v1/quotes")
                .then()
                .statusCode(401);
    }

    @Test
    void keysAreMadeShownOnceAndRevokedByAnAdministrator() throws SQLException {
        Cookie admin = session(Scope.ADMIN);

        Response made = form(admin, "/keys")
                .formParam("name", "<b>Jo</b> Ray")
                .formParam("scope", "read")
                .formParam("expires", "")
                .when()
                .post("/keys");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        Document page = Jsoup.parse(made.asString());
        String key = page.selectFirst(".shown-once code").text();
        assertThat(page.select(".shown-once h2").text()).isEqualTo("The key of <b>Jo</b> Ray");
        assertThat(signIn(key, "/").statusCode()).isEqualTo(303);
        Document later = Jsoup.parse(with(admin).when().get("/keys").asString());
        assertThat(later.text()).contains("<b>Jo</b> Ray").doesNotContain(key);
        assertThat(later.html()).doesNotContain("onr_");

        String revoke = later.select("tr")
                .select(":contains(<b>Jo</b> Ray)")
                .select("form[action$=/revoke]")
                .attr("action");
        form(admin, "/keys")
                .redirects()
                .follow(false)
                .when()
                .post(revoke)
                .then()
                .statusCode(303);

        assertThat(Jsoup.parse(with(admin).when().get("/keys").asString())
                        .select("tr.over")
                        .text())
                .contains("<b>Jo</b> Ray", "revoked");
        awaitRefusal(key);
    }

    @Test
    void nobodyElseSeesOrMakesKeys() throws SQLException {
        for (Scope scope : Scope.values()) {
            Cookie session = session(scope);
            int status = scope == Scope.ADMIN ? 200 : 403;

            with(session).when().get("/keys").then().statusCode(status);
            form(session, "/")
                    .formParam("name", "x")
                    .formParam("scope", "admin")
                    .when()
                    .post("/keys")
                    .then()
                    .statusCode(scope == Scope.ADMIN ? 200 : 403);
            form(session, "/")
                    .redirects()
                    .follow(false)
                    .when()
                    .post("/keys/00000000-0000-0000-0000-000000000000/revoke")
                    .then()
                    .statusCode(scope == Scope.ADMIN ? 404 : 403);
            assertThat(with(session).when().get("/").asString().contains("href=\"/keys\""))
                    .isEqualTo(scope == Scope.ADMIN);
        }
        with(session(Scope.ADMIN))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "x")
                .formParam("scope", "admin")
                .when()
                .post("/keys")
                .then()
                .statusCode(403);
        given().when().get("/sign-in").then().body(not(containsString("href=\"/keys\"")));
    }

    @ParameterizedTest
    @CsvSource({"'', read, ''", "'a\tb', read, ''", "x, root, ''", "x, read, 2020-01-01", "x, read, tomorrow"})
    void aKeyWithoutNameScopeOrFutureIsNotMade(String name, String scope, String expires) throws SQLException {
        form(session(Scope.ADMIN), "/keys")
                .formParam("name", name)
                .formParam("scope", scope)
                .formParam("expires", expires)
                .when()
                .post("/keys")
                .then()
                .statusCode(400)
                .body(not(containsString("onr_")));
    }

    /** A key that was found is remembered for some seconds. */
    private static void awaitRefusal(String key) {
        eventually()
                .until(() -> given().header("Authorization", "Bearer " + key)
                                .when()
                                .get("/v1/quotes")
                                .statusCode()
                        == 401);
    }

    private Cookie session(Scope scope) throws SQLException {
        return signIn(create(scope, null), "/").detailedCookie("onrecord-session");
    }

    private static Response signIn(String key, String to) {
        String token = given().when().get("/sign-in").cookie("onrecord-form");
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .cookie("onrecord-form", token)
                .formParam("key", key)
                .formParam("to", to)
                .formParam("token", token)
                .when()
                .post("/sign-in");
    }

    private static RequestSpecification with(Cookie session) {
        return given().cookie("onrecord-session", session.getValue());
    }

    /** As a browser sends the form of a page. */
    private static RequestSpecification form(Cookie session, String page) {
        String token = with(session).when().get(page).cookie("onrecord-form");
        return with(session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("onrecord-form", token)
                .formParam("token", token);
    }

    private String create(Scope scope, OffsetDateTime expiresAt) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return KeyCommand.create(connection, "a test's", scope, expiresAt).text();
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
