package org.onrecord.api.alert;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.api.alert.Receiver.Received;
import org.onrecord.api.ingest.Events;
import org.onrecord.contracts.Analysis;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.onrecord.api.Eventually.eventually;

/** Events through a real broker into a real database and out to a real receiver. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@TestProfile(AlertTest.SentToThisMachine.class)
class AlertTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    private StoredNews news;
    private Statements statements;

    @BeforeEach
    void empty() throws SQLException {
        news = new StoredNews(database);
        statements = new Statements(bootstrapServers, json);
    }

    @Test
    void aNewStatementIsToldOfOnceSignedAndWhatSaysTheSameIsNot() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "thanks")) {
            JsonPath alert = Alerting.alert("speaker=Valdor&about=Ellery", receiver.url());
            Analysis first = Statements.fresh();
            String weeks = weeks(first);
            statements.send(first);
            statements.send(first);
            eventually().until(() -> receiver.received().size() == 1);
            // Printed by another site; read again by a newer reader, which finds more.
            statements.send(Events.analysis(UUID.randomUUID(), weeks, Instant.now(), "test-nlp/1", Instant.now()));
            statements.send(readAgain(first));
            Analysis last = Statements.fresh();
            statements.send(last);

            eventually().until(() -> receiver.ids().size() == 2);
            Received told = receiver.received().getFirst();
            JsonNode body = json.readTree(told.body());
            assertThat(told.mediaType()).isEqualTo("application/json");
            assertThat(body.path("type").asText()).isEqualTo("quote.stored");
            assertThat(body.path("data").path("quote").path("id").asText()).isEqualTo(Statements.quote(first));
            assertThat(body.path("data").path("quote").path("text").asText()).contains(weeks + " weeks");
            assertThat(body.path("data").path("alert").asText()).isEqualTo(alert.getString("id"));
            assertThat(body.path("data").path("search").path("name").asText()).isEqualTo("a search");
            assertThat(receiver.received().getLast().text()).contains(Statements.quote(last));
            assertThat(told.signature()).isEqualTo(signature(alert.getString("secret"), told));
            assertThat(Long.parseLong(told.timestamp()))
                    .isBetween(
                            Instant.now().getEpochSecond() - 3600, Instant.now().getEpochSecond() + 1);

            eventually()
                    .until(() -> Alerting.log(alert).getList("items.state").equals(List.of("delivered", "delivered")));
            JsonPath log = Alerting.log(alert);
            assertThat(log.getString("items[1].id")).isEqualTo(told.id());
            assertThat(log.getString("items[1].quote")).isEqualTo(Statements.quote(first));
            assertThat(log.getInt("items[1].status")).isEqualTo(200);
            assertThat(log.getString("items[1].answer")).isEqualTo("thanks");
            given().get("/v1/alerts/" + alert.getString("id"))
                    .then()
                    .body("secret", nullValue())
                    .body("state", equalTo("active"));
        }
    }

    @Test
    void whatDoesNotAnswerTheSearchIsNotToldOf() throws Exception {
        try (Receiver asked = Receiver.answering(200, "");
                Receiver other = Receiver.answering(200, "")) {
            Alerting.alert("speaker=Nobody", other.url());
            Alerting.alert("q=harbours", other.url());
            Alerting.alert("speaker=Valdor&q=clearing", asked.url());
            statements.send(Statements.fresh());

            eventually().until(() -> asked.received().size() == 1);
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void whatComesOutOfAnArchiveIsNotToldOfAndWhatWasLongOnItsWayIs() throws Exception {
        try (Receiver young = Receiver.answering(200, "");
                Receiver old = Receiver.answering(200, "")) {
            Alerting.alert("", young.url());
            JsonPath before = Alerting.alert("", old.url());
            Instant fetched = Instant.now().minusSeconds(3 * 3600);
            news.run(
                    "UPDATE alert SET since = now() - interval '4 hours' WHERE alert_id = ?",
                    UUID.fromString(before.getString("id")));
            Analysis late = Events.analysis(UUID.randomUUID(), Statements.next(), fetched, "test-nlp/1", fetched);
            Analysis last = Statements.fresh();
            statements.send(late);
            statements.send(last);

            eventually()
                    .until(() -> young.received().size() == 1 && old.received().size() == 2);
            assertThat(young.received().getFirst().text()).contains(Statements.quote(last));
            assertThat(quotes(old)).containsExactlyInAnyOrder(Statements.quote(late), Statements.quote(last));
        }
    }

    @Test
    void whatWasPrintedLongAgoIsNotToldOf() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "")) {
            Alerting.alert("", receiver.url());
            Analysis old = Statements.fresh();
            ObjectNode written = json.valueToTree(old);
            ((ObjectNode) written.get("article"))
                    .put("publishedAt", Instant.now().minus(Duration.ofDays(8)).toString());
            statements.send(old, written);
            Analysis last = Statements.fresh();
            statements.send(last);

            eventually().until(() -> !receiver.received().isEmpty());
            assertThat(receiver.received().getFirst().text()).contains(Statements.quote(last));
        }
    }

    @Test
    void forADayBothSecretsSign() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "")) {
            JsonPath alert = Alerting.alert("", receiver.url());
            String path = "/v1/alerts/" + alert.getString("id");
            JsonPath renewed = given().post(path + "/secret")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(renewed.getString("secret")).startsWith("whsec_").isNotEqualTo(alert.getString("secret"));
            assertThat(renewed.getString("previousSecretUntil")).isNotBlank();

            given().post(path + "/test")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("delivered"))
                    .body("quote", nullValue());
            Received both = receiver.received().getFirst();
            assertThat(both.text()).contains("alert.test");
            assertThat(both.signature())
                    .isEqualTo(signature(renewed.getString("secret"), both) + " "
                            + signature(alert.getString("secret"), both));

            news.run("UPDATE alert SET previous_until = now()");
            given().post(path + "/test");
            Received one = receiver.received().getLast();
            assertThat(one.signature()).isEqualTo(signature(renewed.getString("secret"), one));
            assertThat(one.id()).isNotEqualTo(both.id());
        }
    }

    @Test
    void ofWhatIsTakenDownNothingIsSentAndNoAnswerIsKept() throws Exception {
        try (Receiver receiver = Receiver.answering(500, "ECHO");
                Receiver echo = Receiver.answering(200, "ECHO")) {
            JsonPath failing = Alerting.alert("", receiver.url());
            JsonPath taken = Alerting.alert("", echo.url());
            Analysis analysis = Statements.fresh();
            statements.send(analysis);
            eventually().until(() -> Alerting.log(failing).getString("items[0].answer") != null);
            eventually().until(() -> Alerting.log(taken).getString("items[0].answer") != null);

            given().delete("/v1/articles/" + analysis.article().articleId())
                    .then()
                    .statusCode(503);

            assertThat(Alerting.log(failing).getList("items.state")).containsExactly("withdrawn");
            assertThat(Alerting.log(taken).getList("items.state")).containsExactly("delivered");
            assertThat(news.count("delivery WHERE answer IS NOT NULL")).isZero();
            int attempts = receiver.received().size();
            statements.send(Statements.fresh());
            eventually().until(() -> echo.received().size() == 2);
            eventually().until(() -> new TreeSet<>(receiver.ids()).size() == 2);
            assertThat(receiver.received().stream()
                            .filter(one -> one.text().contains(Statements.quote(analysis)))
                            .count())
                    .isLessThanOrEqualTo(attempts + 1);
        }
    }

    @Test
    void ofARevokedKeyNothingIsToldAnyMore() throws Exception {
        try (Receiver revoked = Receiver.answering(200, "");
                Receiver other = Receiver.answering(200, "")) {
            JsonPath alert = Alerting.alert("", revoked.url());
            Alerting.alert("", other.url());
            UUID key = UUID.randomUUID();
            news.run(
                    "INSERT INTO access_key (key_id, name, hash, scope, revoked_at) VALUES (?, 'gone', ?, 'write', now())",
                    key,
                    key.toString().getBytes(StandardCharsets.US_ASCII));
            news.run(
                    "UPDATE saved_search SET owner = ? WHERE search_id = ?",
                    key,
                    UUID.fromString(alert.getString("search")));
            statements.send(Statements.fresh());

            eventually().until(() -> other.received().size() == 1);
            assertThat(news.count("delivery")).isEqualTo(1);
            assertThat(revoked.received()).isEmpty();
        }
    }

    @Test
    void aPausedAlertTellsNothingOfWhatWasStoredMeanwhile() throws Exception {
        try (Receiver paused = Receiver.answering(200, "");
                Receiver other = Receiver.answering(200, "")) {
            String path = "/v1/alerts/" + Alerting.alert("", paused.url()).getString("id");
            Alerting.alert("", other.url());
            given().contentType(ContentType.JSON)
                    .body("{\"state\": \"paused\"}")
                    .patch(path)
                    .then()
                    .statusCode(200);
            statements.send(Statements.fresh());
            eventually().until(() -> other.received().size() == 1);
            given().contentType(ContentType.JSON)
                    .body("{\"state\": \"active\"}")
                    .patch(path)
                    .then()
                    .statusCode(200);
            Analysis last = Statements.fresh();
            statements.send(last);

            eventually().until(() -> paused.received().size() == 1);
            assertThat(quotes(paused)).containsExactly(Statements.quote(last));
        }
    }

    @Test
    void aSearchIsDeletedWithItsAlerts() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "")) {
            JsonPath alert = Alerting.alert("", receiver.url());
            statements.send(Statements.fresh());
            eventually().until(() -> receiver.received().size() == 1);

            given().delete("/v1/searches/" + alert.getString("search")).then().statusCode(204);

            given().get("/v1/alerts/" + alert.getString("id")).then().statusCode(404);
            assertThat(news.count("delivery") + news.count("alert_told")).isZero();
        }
    }

    private Set<String> quotes(Receiver receiver) {
        return receiver.received().stream()
                .map(one -> {
                    try {
                        return json.readTree(one.body())
                                .path("data")
                                .path("quote")
                                .path("id")
                                .asText();
                    } catch (java.io.IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toSet());
    }

    private static String weeks(Analysis analysis) {
        return analysis.article().text().replaceAll("\\D", "");
    }

    /** By a newer reader, that finds another statement in the same words. */
    private static Analysis readAgain(Analysis first) {
        Analysis other = Events.analysis(
                first.article().articleId(),
                Statements.next(),
                first.article().fetchedAt(),
                "test-nlp/2",
                Instant.now());
        return new Analysis(
                first.article(),
                other.analyser(),
                other.analysedAt(),
                first.sentences(),
                first.entities(),
                first.mentions(),
                other.quotes());
    }

    /** As the specification says it, by other means than the service's. */
    private static String signature(String secret, Received received) throws Exception {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = received.id() + "." + received.timestamp() + "." + received.text();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Which an operator has to allow. */
    public static class SentToThisMachine implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.alerts.allow", "127.0.0.1");
        }
    }
}
