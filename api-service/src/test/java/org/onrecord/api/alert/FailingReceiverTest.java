package org.onrecord.api.alert;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.api.alert.Receiver.Answer;
import org.onrecord.contracts.Analysis;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.onrecord.api.Eventually.eventually;

/** Receivers that do not take what is sent. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@TestProfile(AlertTest.SentToThisMachine.class)
class FailingReceiverTest {

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
    void aReceiverThatFailsIsAskedAgainUnderTheSameId() throws Exception {
        try (Receiver receiver = Receiver.answering(
                number -> number <= 3 ? new Answer(500, "broken\u0000\n", Map.of()) : new Answer(204, "", Map.of()))) {
            JsonPath alert = Alerting.alert("", receiver.url());
            statements.send(Statements.fresh());

            eventually().until(() -> "delivered".equals(Alerting.log(alert).getString("items[0].state")));
            assertThat(receiver.received()).hasSize(4);
            assertThat(Set.copyOf(receiver.ids())).hasSize(1);
            assertThat(Alerting.log(alert).getInt("items[0].attempts")).isEqualTo(4);
            assertThat(Alerting.log(alert).getInt("items[0].status")).isEqualTo(204);
            given().get("/v1/alerts/" + alert.getString("id")).then().body("failingSince", nullValue());
        }
    }

    @Test
    void oneThatIsNotTakenDoesNotHoldUpTheOthers() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "")) {
            JsonPath alert = Alerting.alert("", receiver.url());
            Analysis poison = Statements.fresh();
            receiver.answers(400, "not this one");
            statements.send(poison);
            eventually().until(() -> receiver.received().size() >= 1);
            receiver.answers(200, "");
            statements.send(Statements.fresh());

            eventually()
                    .until(() ->
                            Alerting.log(alert).getList("items.state").stream().allMatch("delivered"::equals)
                                    && Alerting.log(alert).getList("items").size() == 2);
        }
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingMoreUntilItsOwnerSaysSo() throws Exception {
        try (Receiver receiver = Receiver.answering(410, "no more")) {
            JsonPath alert = Alerting.alert("", receiver.url());
            String path = "/v1/alerts/" + alert.getString("id");
            statements.send(Statements.fresh());

            eventually()
                    .until(() -> given().get(path).jsonPath().getString("state").equals("disabled"));
            given().get(path).then().body("disabledReason", containsString("410"));
            assertThat(Alerting.log(alert).getList("items.state")).containsExactly("failed");
            assertThat(receiver.received()).hasSize(1);

            receiver.answers(200, "");
            given().contentType(ContentType.JSON)
                    .body(Map.of("state", "active"))
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("active"))
                    .body("disabledReason", nullValue());
            Analysis later = Statements.fresh();
            statements.send(later);
            eventually().until(() -> receiver.received().size() == 2);
            assertThat(receiver.received().getLast().text()).contains(Statements.quote(later));
        }
    }

    @Test
    void aDeliveryIsGivenUpAfterADayAndAnAlertDisabledAfterAWeek() throws Exception {
        try (Receiver receiver = Receiver.answering(503, "down")) {
            JsonPath alert = Alerting.alert("", receiver.url());
            UUID id = UUID.fromString(alert.getString("id"));
            statements.send(Statements.fresh());
            eventually().until(() -> receiver.received().size() >= 1);
            news.run(
                    "UPDATE delivery SET created_at = now() - interval '25 hours', due_at = now() WHERE alert_id = ?",
                    id);
            eventually().until(() -> "failed".equals(Alerting.log(alert).getString("items[0].state")));
            given().get("/v1/alerts/" + id).then().body("state", equalTo("active"));

            news.run("UPDATE alert SET failing_since = now() - interval '8 days' WHERE alert_id = ?", id);
            statements.send(Statements.fresh());
            eventually().until(() -> Alerting.log(alert).getList("items").size() == 2);
            news.run(
                    "UPDATE delivery SET created_at = now() - interval '25 hours', due_at = now() WHERE alert_id = ?"
                            + " AND state = 'pending'",
                    id);

            eventually()
                    .until(() -> given().get("/v1/alerts/" + id)
                            .jsonPath()
                            .getString("state")
                            .equals("disabled"));
            given().get("/v1/alerts/" + id)
                    .then()
                    .body("disabledReason", containsString("week"))
                    .body("failingSince", containsString("T"));
        }
    }

    @Test
    void whatIsNoPublicAddressAnyMoreIsRefusedWhenItIsSent() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "")) {
            JsonPath alert = Alerting.alert("", receiver.url());
            // As if its name led elsewhere by now.
            news.run("UPDATE alert SET url = 'http://10.0.0.1/hook'");
            given().post("/v1/alerts/" + alert.getString("id") + "/test")
                    .then()
                    .body("state", equalTo("failed"))
                    .body("status", nullValue())
                    .body("error", containsString("private"));
            news.run("UPDATE alert SET url = 'http://localhost.invalid/hook'");
            given().post("/v1/alerts/" + alert.getString("id") + "/test")
                    .then()
                    .body("state", equalTo("failed"))
                    .body("error", containsString("no public address"));
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (Receiver inner = Receiver.answering(200, "secrets");
                Receiver receiver =
                        Receiver.answering(number -> new Answer(307, "", Map.of("Location", inner.url())))) {
            JsonPath alert = Alerting.alert("", receiver.url());

            given().post("/v1/alerts/" + alert.getString("id") + "/test")
                    .then()
                    .body("state", equalTo("failed"))
                    .body("status", equalTo(307));
            assertThat(receiver.received()).hasSize(1);
            assertThat(inner.received()).isEmpty();
        }
    }
}
