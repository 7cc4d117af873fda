package org.onrecord.api.access;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.onrecord.database.Database;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.onrecord.api.Eventually.WITHIN;
import static org.onrecord.api.Eventually.eventually;

/** Who has an account at the newsroom's provider signs in there, and nobody by a link, a code or a token of somebody else. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(ProviderSignInTest.WithClient.class)
class ProviderSignInTest {

    private static final String SESSION = "__Host-onrecord-session";
    private static final String ATTEMPT = "__Host-onrecord-sign-in";
    private static final String FORM = "__Host-onrecord-form";
    private static final String STRANGE = "another browser";

    @Inject
    DataSource database;

    @Inject
    Database rows;

    private final Provider provider = Provider.running();

    /** A browser that was sent to the provider. */
    private record Sent(URI location, Map<String, String> question, Cookie attempt) {}

    @Test
    void thePageLeadsToTheProviderWithAllThatBindsTheAnswerToThisBrowser() {
        String page =
                given().urlEncodingEnabled(false).get("/sign-in?to=%2Fsources").asString();

        String link = Jsoup.parse(page)
                .selectFirst("a:contains(account at 127.0.0.1)")
                .attr("href");
        assertThat(link).isEqualTo("/sign-in/provider?to=%2Fsources");
        Sent sent = begin(link);

        assertThat(sent.location().toString()).startsWith(provider.issuer() + "/authorize?of=desk&");
        assertThat(sent.question())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Provider.CLIENT_ID)
                .containsEntry("redirect_uri", "https://onrecord.desk.example/sign-in/callback")
                .containsEntry("scope", "openid onrecord:read")
                .containsEntry("code_challenge_method", "S256");
        assertThat(List.of(
                        sent.question().get("state"),
                        sent.question().get("nonce"),
                        sent.question().get("code_challenge"),
                        sent.attempt().getValue()))
                .doesNotHaveDuplicates()
                .allSatisfy(value -> assertThat(value).hasSizeGreaterThanOrEqualTo(43));
        assertThat(sent.attempt().isHttpOnly()).isTrue();
        assertThat(sent.attempt().getSameSite()).isEqualTo("Lax");
        assertThat(sent.attempt().getMaxAge()).isEqualTo(600);
        assertThat(begin(link).question().get("state"))
                .isNotEqualTo(sent.question().get("state"));
    }

    /** Whatever host is asked for: that browsers come by TLS is what the site says. */
    @Test
    void noOtherHostCanSetTheCookieOfOneThatIsForTls() {
        Response begun = given().redirects().follow(false).get("/sign-in/provider");

        assertThat(begun.header("Set-Cookie"))
                .startsWith("__Host-onrecord-sign-in=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void whoSignedInMayWhatTheirTokenAllowsAndIsKnownByTheirName() throws JoseException, SQLException {
        Sent sent = begin("/sign-in/provider?to=" + "%2Fsources%3Fstory%3Dhttps%253A%252F%252Fcourier.example%252F");

        Response back = comeBack(sent, answer(sent, "onrecord:write", id -> {}, access -> {}));

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.header("Cache-Control")).isEqualTo("no-store");
        assertThat(back.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(back.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(back.detailedCookie(ATTEMPT).getMaxAge()).isZero();
        String onward = "/sources?story=https%3A%2F%2Fcourier.example%2F";
        assertThat(Jsoup.parse(back.asString())
                        .selectFirst("meta[http-equiv=refresh]")
                        .attr("content"))
                .isEqualTo("0; url=" + onward);
        Cookie session = back.detailedCookie(SESSION);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
        with(session).get("/v1/quotes").then().statusCode(200);
        // The services behind are away here: it was let in, and noted.
        String token = with(session).get("/sources").cookie(FORM);
        with(session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie(FORM, token)
                .formParam("token", token)
                .formParam("url", "https://courier.example/")
                .post("/sources")
                .then()
                .statusCode(503);
        with(session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .post("/sources/00000000-0000-0000-0000-000000000000/remove")
                .then()
                .statusCode(403);
        assertThat(texts("SELECT DISTINCT subject || ' ' || path FROM audit WHERE subject IS NOT NULL"))
                .contains("anna /sources");
    }

    @Test
    void theSessionEndsNoLaterThanItsTokenAndKeepsNone() throws JoseException, SQLException {
        Sent sent = begin("/sign-in/provider");
        String answer =
                answer(sent, "onrecord:read", id -> {}, access -> access.setExpirationTimeMinutesInTheFuture(5));

        Cookie session = comeBack(sent, answer).detailedCookie(SESSION);

        assertThat(texts("SELECT (expires_at <= now() + interval '6 minutes')::text FROM session"))
                .contains("true");
        assertThat(texts("SELECT s::text FROM session s"))
                .noneMatch(row -> row.contains("eyJ") || row.contains(session.getValue()));
        execute("UPDATE session SET expires_at = now() - interval '1 second'");
        eventually().until(() -> with(session).get("/v1/quotes").statusCode() == 401);
    }

    @Test
    void whoSignsOutIsSignedOutOfTheProviderToo() throws JoseException {
        Sent sent = begin("/sign-in/provider");
        Cookie session = comeBack(sent, answer(sent, "onrecord:read", id -> {}, access -> {}))
                .detailedCookie(SESSION);
        String token = with(session).get("/").cookie(FORM);

        Response out = with(session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie(FORM, token)
                .formParam("token", token)
                .post("/sign-out");

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.detailedCookie(SESSION).getMaxAge()).isZero();
        assertThat(Jsoup.parse(out.asString())
                        .selectFirst("meta[http-equiv=refresh]")
                        .attr("content"))
                .isEqualTo("0; url=" + provider.issuer() + "/logout?client_id=the+desk%27s&post_logout_redirect_uri="
                        + "https%3A%2F%2Fonrecord.desk.example%2Fsign-in");
        with(session).get("/v1/quotes").then().statusCode(401);
    }

    @Test
    void aCodeThatWasUsedSignsNobodyInAgain() throws JoseException {
        Sent sent = begin("/sign-in/provider");
        String code = code(sent, answer(sent, "onrecord:read", id -> {}, access -> {}));
        assertThat(comeBack(sent.attempt(), sent, code).cookie(SESSION)).isNotNull();

        Response again = comeBack(sent.attempt(), sent, code);

        refused(again, 403, "did not take the code (400, invalid_grant)");
    }

    /** A link with an attacker's code, or one that was stolen on its way. */
    @Test
    void nobodyIsSignedInByALinkOfAnother() throws JoseException {
        Sent attackers = begin("/sign-in/provider");
        Sent victims = begin("/sign-in/provider");
        String code = code(attackers, answer(attackers, "onrecord:admin", id -> {}, access -> {}));

        refused(comeBack(victims.attempt(), attackers, code), 403, STRANGE);
        refused(comeBack(null, attackers, code), 403, STRANGE);
        // With their own state the code is still another's: the challenge is.
        refused(comeBack(victims.attempt(), victims, code), 403, "did not take the code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAA.AAAA.AAAA",
                "0000000000000000000000000000000000000000000.A",
                "' OR 1=1 --.L3NvdXJjZXM",
                "0000000000000000000000000000000000000000000"
            })
    void aForgedCookieIsNoAttempt(String cookie) {
        Response back = given().redirects()
                .follow(false)
                .cookie(ATTEMPT, cookie)
                .queryParam("state", "x")
                .queryParam("code", "x")
                .get("/sign-in/callback");

        refused(back, 403, STRANGE);
    }

    /** What the provider signed itself, and what it did not. */
    @ParameterizedTest
    @MethodSource
    void tokensThatDoNotAnswerThisSignInSignNobodyIn(
            String why, Consumer<JwtClaims> idToken, Consumer<JwtClaims> accessToken) throws JoseException {
        Sent sent = begin("/sign-in/provider");

        refused(comeBack(sent, answer(sent, "onrecord:read", idToken, accessToken)), 403, why);
    }

    static Stream<Arguments> tokensThatDoNotAnswerThisSignInSignNobodyIn() {
        Consumer<JwtClaims> asItIs = claims -> {};
        return Stream.of(
                wrong("another sign-in (nonce)", id -> id.setStringClaim("nonce", "another")),
                wrong("another sign-in (nonce)", id -> id.unsetClaim("nonce")),
                wrong("not issued by", id -> id.setIssuer("https://elsewhere.example")),
                wrong("not for the client", id -> id.setAudience("onrecord")),
                wrong("not for the client", id -> id.unsetClaim("aud")),
                wrong("another client (azp)", id -> id.setAudience(Provider.CLIENT_ID, "another")),
                wrong("another client (azp)", id -> id.setStringClaim("azp", "another")),
                wrong("has expired", id -> id.setExpirationTime(NumericDate.fromSeconds(1_700_000_000))),
                wrong("does not say when", id -> id.unsetClaim("exp")),
                wrong("time to come (iat)", id -> id.setIssuedAt(NumericDate.fromSeconds(4_102_444_800L))),
                wrong("somebody else", id -> id.setSubject("berta")),
                wrong("sub is no text", id -> id.setSubject("")),
                wrong("other types", id -> id.setClaim("nonce", List.of("a"))),
                arguments("audience onrecord", asItIs, (Consumer<JwtClaims>) access -> access.setAudience("billing")),
                arguments("onrecord:read", asItIs, (Consumer<JwtClaims>)
                        access -> access.setStringClaim("scope", "openid")),
                arguments("has expired", asItIs, (Consumer<JwtClaims>)
                        access -> access.setExpirationTime(NumericDate.fromSeconds(1_700_000_000))));
    }

    private static Arguments wrong(String why, Consumer<JwtClaims> idToken) {
        return arguments(why, idToken, (Consumer<JwtClaims>) access -> {});
    }

    @Test
    void tokensThatTheProviderDidNotSignOrMadeForSomethingElseAreRefused() throws JoseException {
        Sent sent = begin("/sign-in/provider");
        JwtClaims id = idToken(sent);
        JwtClaims access = provider.claims("onrecord:read");
        access.setSubject(id.getClaimValueAsString("sub"));
        String right = provider.signed(id.toJson(), Map.of("typ", "JWT"));
        String none = Provider.base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + Provider.base64(id.toJson()) + ".";

        for (String wrong : List.of(
                none,
                none + "AAAA",
                provider.confused(id),
                provider.forged(id, "one"),
                provider.signed(id.toJson(), Map.of("typ", "at+jwt")),
                provider.signed(id.toJson(), Map.of("typ", "logout+jwt")),
                provider.signed(id.toJson(), Map.of("typ", "JWT", "crit", List.of("x"))),
                "",
                "x")) {
            refused(comeBack(sent, tokens(wrong, provider.signed(access))), 403, "");
        }
        for (String wrong : List.of(right, "opaque", "", provider.forged(access, "one"))) {
            refused(comeBack(sent, tokens(right, wrong)), 403, "");
        }
        refused(
                comeBack(sent, "{\"access_token\": \"" + provider.signed(access) + "\", \"token_type\": \"DPoP\"}"),
                403,
                "");
        refused(comeBack(sent, "[]"), 403, "");
        refused(comeBack(sent, "null"), 403, "");
        refused(comeBack(sent, "<!doctype html>"), 503, "does not work at the moment");
        refused(comeBack(sent, "[".repeat(100_000)), 503, "does not work at the moment");
        assertThat(comeBack(sent, tokens(right, provider.signed(access))).cookie(SESSION))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, 403, cancelled",
        "invalid_scope, 403, how it is set up",
        "invalid_client, 403, refused this Onrecord's request",
        "temporarily_unavailable, 403, does not work at the moment",
        "<script>alert(1)</script>, 403, cancelled"
    })
    void whatTheProviderRefusedIsToldInWords(String error, int status, String words) {
        Sent sent = begin("/sign-in/provider");

        Response back = given().redirects()
                .follow(false)
                .cookie(sent.attempt())
                .queryParam("state", sent.question().get("state"))
                .queryParam("error", error)
                .queryParam("error_description", "<script>alert(2)</script>")
                .queryParam("session_state", "of the provider's own")
                .get("/sign-in/callback");

        refused(back, status, words);
        assertThat(back.asString()).doesNotContain("alert(");
    }

    @Test
    void anAnswerOfAnotherIssuerIsNone() throws JoseException {
        Sent sent = begin("/sign-in/provider");
        String code = code(sent, answer(sent, "onrecord:read", id -> {}, access -> {}));

        Response back = given().cookie(sent.attempt())
                .queryParam("state", sent.question().get("state"))
                .queryParam("code", code)
                .queryParam("iss", "https://elsewhere.example")
                .get("/sign-in/callback");

        refused(back, 403, STRANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/v1/quotes",
                "/sign-in/callback?code=x&state=y",
                "/sources\r\nSet-Cookie: a=b"
            })
    void signingInLeadsNowhereElse(String to) throws JoseException {
        Response begun = given().redirects().follow(false).queryParam("to", to).get("/sign-in/provider");
        Sent sent = sent(begun);

        Response back = comeBack(sent, answer(sent, "onrecord:read", id -> {}, access -> {}));

        assertThat(Jsoup.parse(back.asString())
                        .selectFirst("meta[http-equiv=refresh]")
                        .attr("content"))
                .isEqualTo("0; url=/");
    }

    @Test
    void aForgedPathInTheCookieLeadsNowhereElseEither() throws JoseException {
        Sent sent = begin("/sign-in/provider");
        String secret = sent.attempt().getValue().split("\\.")[0];
        String forged = new SignInAttempt(secret, "https://evil.example/").cookie();
        String code = code(sent, answer(sent, "onrecord:read", id -> {}, access -> {}));

        Response back = comeBack(new Cookie.Builder(ATTEMPT, forged).build(), sent, code);

        assertThat(back.asString()).doesNotContain("evil.example").contains("0; url=/\"");
    }

    @Test
    void aCodeStaysWhereItIsWhenTheDatabaseIsAwayToo() throws JoseException, SQLException {
        Sent sent = begin("/sign-in/provider");
        String code = code(sent, answer(sent, "onrecord:read", id -> {}, access -> {}));
        execute("ALTER TABLE session RENAME TO session_elsewhere");
        try {
            Response back = comeBack(sent.attempt(), sent, code);

            assertThat(back.statusCode()).isEqualTo(503);
            assertThat(back.contentType()).startsWith("text/html");
            assertThat(back.headers().getValues("Cache-Control")).containsExactly("no-store");
            assertThat(back.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
        } finally {
            execute("ALTER TABLE session_elsewhere RENAME TO session");
        }
    }

    @Test
    void theProvidersSessionsEndWhenNobodySignsInThereAnyMore() throws JoseException {
        Sent sent = begin("/sign-in/provider");
        String cookie = comeBack(sent, answer(sent, "onrecord:read", id -> {}, access -> {}))
                .cookie(SESSION);
        SessionSecret session = SessionSecret.ofCookie(cookie).orElseThrow();

        assertThat(found(session, Optional.of("desk")).map(Caller::name)).contains("anna");
        assertThat(found(session, Optional.empty())).isEmpty();
    }

    private Optional<Caller> found(SessionSecret session, Optional<String> client) {
        AccessKeys keys = new AccessKeys(
                rows, new Trusting(provider.issuer(), WITHIN, Duration.ZERO, false, client, "https://desk.example"));
        try {
            return keys.find(session).join();
        } finally {
            keys.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aPageOfAnotherSiteBeginsNoSignIn(String site) {
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", site)
                .get("/sign-in/provider?to=%2Fsources")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?to=%2Fsources"));
    }

    @Test
    void aKeySignsInBesideIt() {
        given().get("/sign-in").then().statusCode(200).body(containsString("Access key"));
    }

    private void refused(Response back, int status, String words) {
        assertThat(back.statusCode()).isEqualTo(status);
        assertThat(back.cookie(SESSION)).isNull();
        if (words.equals(STRANGE)) {
            assertThat(back.detailedCookie(ATTEMPT))
                    .as("what it began may still end")
                    .isNull();
        } else {
            assertThat(back.detailedCookie(ATTEMPT).getMaxAge()).isZero();
        }
        assertThat(Jsoup.parse(back.asString()).selectFirst("main").text())
                .contains("You are not signed in", "Sign in again")
                .contains(words);
    }

    private static Sent begin(String link) {
        return sent(given().redirects().follow(false).urlEncodingEnabled(false).get(link));
    }

    private static Sent sent(Response begun) {
        assertThat(begun.statusCode()).isEqualTo(303);
        URI location = URI.create(begun.header("Location"));
        return new Sent(location, Provider.form(location.getRawQuery()), begun.detailedCookie(ATTEMPT));
    }

    private Response comeBack(Sent sent, String answer) {
        return comeBack(sent.attempt(), sent, code(sent, answer));
    }

    private static Response comeBack(Cookie attempt, Sent sent, String code) {
        var browser = given().redirects().follow(false);
        return (attempt == null ? browser : browser.cookie(ATTEMPT, attempt.getValue()))
                .queryParam("state", sent.question().get("state"))
                .queryParam("code", code)
                .get("/sign-in/callback");
    }

    private String code(Sent sent, String answer) {
        String code = UUID.randomUUID().toString();
        provider.give(code, sent.question(), answer);
        return code;
    }

    private String answer(Sent sent, String scope, Consumer<JwtClaims> idToken, Consumer<JwtClaims> accessToken)
            throws JoseException {
        JwtClaims id = idToken(sent);
        idToken.accept(id);
        JwtClaims access = provider.claims(scope);
        access.setSubject("anna");
        accessToken.accept(access);
        return tokens(provider.signed(id.toJson(), Map.of("typ", "JWT")), provider.signed(access));
    }

    private JwtClaims idToken(Sent sent) {
        JwtClaims id = provider.claims("");
        id.setAudience(Provider.CLIENT_ID);
        id.unsetClaim("scope");
        id.setStringClaim("nonce", sent.question().get("nonce"));
        return id;
    }

    private static String tokens(String idToken, String accessToken) {
        return "{\"token_type\": \"bearer\", \"expires_in\": 60, \"id_token\": \"" + idToken
                + "\", \"access_token\": \"" + accessToken + "\"}";
    }

    private static RequestSpecification with(Cookie session) {
        return given().redirects().follow(false).cookie(SESSION, session.getValue());
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    /** A service that the provider knows as a client. */
    public static class WithClient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "onrecord.access.mode", "keys",
                    "onrecord.access.oidc.patience", "5M",
                    "onrecord.access.oidc.sign-in-patience", "5M",
                    "onrecord.access.oidc.client-id", Provider.CLIENT_ID,
                    "onrecord.access.oidc.client-secret", Provider.CLIENT_SECRET,
                    "onrecord.access.oidc.site", "https://onrecord.desk.example/");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Provider.class));
        }
    }
}
