package org.onrecord.api.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
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

        quotes(provider.forged(claims)).statusCode(401).body("detail", containsString("not one that the provider"));
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

    @Test
    void aKeyIsStillAskedForWhereThereIsNoToken() {
        given().get("/v1/quotes").then().statusCode(401).body("detail", containsString("Bearer KEY"));
    }

    private static String unsigned(JwtClaims claims) {
        var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes()) + "."
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
            return Map.of("onrecord.access.mode", "keys");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Provider.class));
        }
    }
}
