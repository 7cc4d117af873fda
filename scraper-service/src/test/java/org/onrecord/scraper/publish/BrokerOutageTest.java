package org.onrecord.scraper.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.Pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.scraper.Eventually.eventually;

/** While the broker is away it is said so, and nothing that was answered with success is lost. */
@QuarkusTest
@TestProfile(BrokerOutageTest.OwnBroker.class)
class BrokerOutageTest {

    @Test
    void aSubmissionIsTurnedAwayUntilTheBrokerIsBack() throws IOException {
        submit(UUID.randomUUID()).statusCode(200);

        RestartableBroker.stopBroker();
        submit(UUID.randomUUID())
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("https://onrecord.org/problems/broker-away"));
        eventually().until(() -> given().when().get("/q/health/ready").statusCode() == 503);
        given().when().get("/q/health/live").then().statusCode(200);

        RestartableBroker.startBroker();
        eventually().until(() -> given().when().get("/q/health/ready").statusCode() == 200);
        UUID afterwards = UUID.randomUUID();
        // Its client may be slower than the check to find the broker again.
        eventually().until(() -> submit(afterwards).extract().statusCode() == 200);
        assertThat(EventLog.awaitOf(Topics.ARTICLES, afterwards, 1)).hasSize(1);
    }

    private static ValidatableResponse submit(UUID requestId) {
        return given().contentType("application/json")
                .body(Map.of("requestId", requestId.toString(), "text", Pages.FERRY_TEXT))
                .when()
                .post("/v1/submissions")
                .then();
    }

    /** A broker for this test alone, which it may stop. */
    public static final class OwnBroker implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(RestartableBroker.class), new TestResourceEntry(PostgresTestResource.class));
        }
    }

    /** A broker on one port and one folder, started as often as one likes. */
    public static final class RestartableBroker implements QuarkusTestResourceLifecycleManager {
        private static EmbeddedKafka kafka;
        private static Path folder;
        private static int port;

        @Override
        public Map<String, String> start() {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
                folder = Files.createTempDirectory("onrecord-kafka");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try {
                startBroker();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:" + port);
        }

        static void startBroker() throws IOException {
            kafka = EmbeddedKafka.start(folder, port);
        }

        static void stopBroker() {
            kafka.close();
        }

        @Override
        public void stop() {
            stopBroker();
        }
    }
}
