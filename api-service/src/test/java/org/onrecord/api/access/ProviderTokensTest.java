package org.onrecord.api.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.onrecord.api.Eventually.eventually;

/** The operator's own people need no key: the token that their provider gave them does. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(ProviderTokensTest.WithProvider.class)
class ProviderTokensTest {

    /** More than may wait. */
    private static final int FORGED = 600;

    @Inject
    DataSource database;

    private final Provider provider = Provider.running();

    @Test
    void aTokenOpensWhatItsScopeAllows() throws JoseException {
        String token = provider.signed(provider.claims("openid profile onrecord:read"));

        quotes(token).statusCode(200).header("RateLimit", startsWith("\"key\";r="));
        submit(token).statusCode(403).body("detail", containsString("scope write"));
    }

    @Test
    void aWriteIsNotedByTheSubject() throws JoseException, SQLException {
        submit(provider.signed(provider.claims("onrecord:read onrecord:admin"))).statusCode(202);

        assertThat(audit()).containsOnly("anna POST /v1/articles");
    }

    @Test
    void whatTheProviderDidNotGiveIsRefused() throws JoseException {
        JwtClaims claims = provider.claims("onrecord:admin");

        quotes(provider.forged(claims, "one"))
                .statusCode(401)
                .body("detail", containsString("not one that the provider"));
        quotes(provider.forged(claims, "another")).statusCode(401);
        quotes(provider.confused(claims)).statusCode(401);
        quotes(unsigned(claims)).statusCode(401);
    }

    @Test
    void whatIsGivenForSomethingElseIsRefused() throws JoseException {
        JwtClaims forOthers = provider.claims("onrecord:read");
        forOthers.setAudience("billing");
        JwtClaims ofOthers = provider.claims("onrecord:read");
        ofOthers.setIssuer("https://elsewhere.example");
        JwtClaims expired = provider.claims("onrecord:read");
        expired.setExpirationTime(NumericDate.fromSeconds(1_700_000_000));

        quotes(provider.signed(forOthers)).statusCode(401).body("detail", containsString("audience onrecord"));
        quotes(provider.signed(ofOthers)).statusCode(401).body("detail", containsString("not issued by"));
        quotes(provider.signed(expired)).statusCode(401).body("detail", containsString("expired"));
        quotes(provider.signed(provider.claims("openid")))
                .statusCode(401)
                .body("detail", containsString("onrecord:read"));
    }

    /** Signed by the provider itself: what is written there, and what cannot be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'exp': -1}",
                "{'exp': 0}",
                "{'exp': 1e308}",
                "{'exp': -1e308}",
                "{'exp': 9223372036854775807}",
                "{'exp': 31556889864403200}",
                "{'exp': 99999999999999999999999999999999}",
                "{'exp': 32503680000}",
                "{'exp': '4102444800'}",
                "{'exp': null}",
                "{'exp': [1]}",
                "{'exp': {}}",
                "{'exp': true}",
                "{'nbf': 1e308}",
                "{'nbf': -1}",
                "{'nbf': 9223372036854775807}",
                "{'nbf': 'soon'}",
                "{'nbf': 4102444800}",
                "{'iat': 4102444800}",
                "{'iat': -9223372036854775808}",
                "{'iat': '1'}",
                "{'iat': []}",
                "{'sub': ''}",
                "{'sub': '  '}",
                "{'sub': null}",
                "{'sub': 7}",
                "{'sub': ['anna']}",
                "{'sub': 'an\\u0000na'}",
                "{'sub': 'an\\ud800na'}",
                "{'sub': 'an\\ndudna'}",
                "{'aud': 'billing'}",
                "{'aud': []}",
                "{'aud': null}",
                "{'aud': {'onrecord': true}}",
                "{'aud': [['onrecord']]}",
                "{'iss': null}",
                "{'iss': 'https://elsewhere.example'}",
                "{'iss': ['https://elsewhere.example']}",
                "{'scope': null}",
                "{'scope': ''}",
                "{'scope': ['onrecord:admin']}",
                "{'scope': {'onrecord:admin': true}}",
                "{'scope': 'ONRECORD:ADMIN onrecord:administrator xonrecord:read onrecord:'}",
                "{'scope': 'onrecord:read,onrecord:admin'}",
            })
    void claimsThatMakeNoSenseAreRefused(String absurd) throws JoseException {
        Map<String, Object> claims =
                new LinkedHashMap<>(provider.claims("onrecord:admin").getClaimsMap());
        String own = absurd.replace('\'', '"');
        String name = own.substring(2, own.indexOf('"', 2));
        claims.remove(name);
        String token = JsonUtil.toJson(claims);

        refused(provider.signed(token.substring(0, token.length() - 1) + "," + own.substring(1), Map.of()));
    }

    static Stream<String> oddPayloads() {
        return Stream.of(
                "",
                "null",
                "[]",
                "no JSON",
                "{\"exp\":4102444800,\"exp\":4102444800}",
                "[".repeat(5_000),
                "{\"a\":".repeat(900),
                "{\"sub\": \"" + "a".repeat(5_500) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("oddPayloads")
    void payloadsThatAreNoClaimsAreRefused(String payload) throws JoseException {
        refused(provider.signed(payload, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'typ': 'JWT'}",
                "{'typ': 'application/jwt'}",
                "{'typ': ''}",
                "{'typ': 'at+jwt, JWT'}",
                "{'typ': ['at+jwt']}",
                "{'crit': ['exp']}",
                "{'crit': ['b64'], 'b64': 'false'}",
                "{'crit': []}",
                "{'cty': 'JWT', 'typ': 'JWT'}",
                "{'kid': '../../../../etc/passwd'}",
                "{'kid': '/dev/null'}",
                "{'kid': 'one\\u0000'}",
                "{'kid': ['one']}",
            })
    void headsThatAreNotOfAnAccessTokenAreRefused(String head) throws JoseException {
        refused(provider.signed(
                provider.claims("onrecord:admin").toJson(), JsonUtil.parseJson(head.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"})
    void anAccessTokenSaysThatItIsOne(String type) throws JoseException {
        quotes(provider.signed(provider.claims("onrecord:read").toJson(), Map.of("typ", type)))
                .statusCode(200);
    }

    @Test
    void aTokenForSeveralAudiencesIsTaken() throws JoseException {
        JwtClaims claims = provider.claims("onrecord:read");
        claims.setAudience("billing", "onrecord");

        quotes(provider.signed(claims)).statusCode(200);
    }

    /** Where the signer says that its key is to be found, nobody looks. */
    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u", "jwk", "x5c"})
    void aKeyThatATokenBringsAlongIsNone(String head) throws JoseException {
        RsaJsonWebKey own = RsaJwkGenerator.generateJwk(2048);
        own.setKeyId("own");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(provider.claims("onrecord:admin").toJson());
        signature.setAlgorithmHeaderValue("RS256");
        signature.setHeader("typ", "at+jwt");
        signature.setKeyIdHeaderValue("own");
        switch (head) {
            case "jwk" -> signature.setJwkHeader(own);
            case "x5c" -> signature.getHeaders().setObjectHeaderValue(head, List.of("MIIB"));
            default -> signature.setHeader(head, provider.issuer() + "/mine");
        }
        signature.setKey(own.getPrivateKey());

        refused(signature.getCompactSerialization());
    }

    @ParameterizedTest
    @ValueSource(strings = {"e30", "e30.e30", "e30.e30.e30", "_.-.A", "e30.e30.e30.e30.e30", "ZQ.ZQ.ZQ", "%00.%00.%00"})
    void whatIsNoTokenIsRefused(String token) {
        refused(token);
    }

    @Test
    void aTokenThatIsTooLongIsRefused() {
        assertThat(quotes("A".repeat(19_000) + ".e30.e30").extract().statusCode())
                .isIn(401, 431);
        assertThat(quotes("A".repeat(100_000) + ".e30.e30").extract().statusCode())
                .isIn(401, 431);
    }

    @Test
    void whoIsKnownIsAnsweredWhileForgersWaitForTheProvider() throws Exception {
        String token = provider.signed(provider.claims("onrecord:read"));
        KeySecret secret;
        try (Connection connection = database.getConnection()) {
            secret = KeyCommand.create(connection, "a test's", Scope.READ, null);
        }
        quotes(token).statusCode(200);
        provider.hang();
        try (HttpClient forger = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> forged = new ArrayList<>();
            for (int i = 0; i < FORGED; i++) {
                forged.add(forger.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/quotes"))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Authorization", "Bearer " + Provider.ofUnknownKey(i))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            }
            // Those for whom there is no place to wait any more.
            eventually()
                    .until(() -> forged.stream()
                            .filter(CompletableFuture::isDone)
                            .anyMatch(answer -> answer.join().statusCode() == 503));

            quotes(token).statusCode(200);
            quotes(secret.text()).statusCode(200);
            assertThat(forged).anyMatch(answer -> !answer.isDone());
            provider.goOn();
            assertThat(forged)
                    .allSatisfy(answer -> assertThat(answer.get(5, TimeUnit.MINUTES))
                            .satisfies(response ->
                                    assertThat(response.statusCode()).isIn(401, 503))
                            .satisfies(response -> assertThat(response.headers()
                                            .firstValue(
                                                    response.statusCode() == 401 ? "WWW-Authenticate" : "Retry-After"))
                                    .isPresent()));
        } finally {
            provider.goOn();
        }
    }

    private static void refused(String token) {
        quotes(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aKeyIsStillAskedForWhereThereIsNoToken() {
        given().get("/v1/quotes").then().statusCode(401).body("detail", containsString("Bearer KEY"));
    }

    private static String unsigned(JwtClaims claims) {
        var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes()) + "."
                + encoder.encodeToString(claims.toJson().getBytes()) + ".c2lnbmF0dXJl";
    }

    private static ValidatableResponse quotes(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1/quotes")
                .then();
    }

    /** Again, as any client does, when the broker is too busy to take the request in time. */
    private static ValidatableResponse submit(String token) {
        return eventually()
                .until(
                        () -> given().header("Authorization", "Bearer " + token)
                                .contentType("application/json")
                                .body(Map.of("url", "https://courier.example/story"))
                                .post("/v1/articles")
                                .then(),
                        answer -> answer.extract().statusCode() != 503);
    }

    private List<String> audit() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT subject || ' ' || method || ' ' || path FROM audit WHERE subject IS NOT NULL")) {
            List<String> notes = new ArrayList<>();
            while (row.next()) {
                notes.add(row.getString(1));
            }
            return notes;
        }
    }

    public static final class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "onrecord.access.mode",
                    "keys",
                    "onrecord.access.requests-per-minute",
                    "6000",
                    "onrecord.access.oidc.patience",
                    "5M",
                    "onrecord.access.oidc.pause",
                    "1ms");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Provider.class));
        }
    }
}
