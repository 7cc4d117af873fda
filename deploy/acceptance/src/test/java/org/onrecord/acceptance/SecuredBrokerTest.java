package org.onrecord.acceptance;

import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.http.ContentType;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.local.server.SecuredListener;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged services with a broker that wants TLS and a password, told by the variables that deploy/README.md names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredBrokerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private SecuredListener door;
    private Servers servers;

    @BeforeAll
    void startServers(@TempDir Path folder) throws Exception {
        door = SecuredListener.create(folder.resolve("keys"));
        servers = new Servers(folder, EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free(), door));
    }

    @AfterAll
    void stopServers() throws Exception {
        servers.close();
    }

    @Test
    void aTextGoesAllTheWay() throws Exception {
        Map<String, String> environment = servers.environment(door.environment());
        try (Servers.Services services = servers.startAll(service -> environment)) {
            String status = given().contentType(ContentType.JSON)
                    .body(Map.of("text", "“We are open to discussions,” John Kerry said in Baghdad on Monday."))
                    .when()
                    .post(services.api().origin() + "/v1/articles")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(given().when()
                                    .get(services.api().origin().resolve(status))
                                    .jsonPath()
                                    .getString("status"))
                            .isEqualTo("stored"));
        }
    }

    @Test
    void deadLettersAreReplayed() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Executables.chosen()
                        .command(RunningLine.PROJECT, "api-service", "replay", Topics.NLP_ARTICLES_DEAD_LETTER))
                .redirectErrorStream(true);
        builder.environment().putAll(servers.environment(door.environment()));

        Process replay = builder.start();

        assertThat(new String(replay.getInputStream().readAllBytes())).contains("put 0 records back on articles");
        assertThat(replay.waitFor()).isZero();
    }

    @Test
    void aWrongPasswordIsSaidAndTheServiceIsNotReady() throws Exception {
        try (ServiceProcess nlp =
                servers.service("nlp-service", servers.environment(door.environmentWithWrongPassword()))) {
            nlp.start();

            await().atMost(PATIENCE).ignoreException(ConnectException.class).untilAsserted(() -> {
                assertThat(given().when().get(nlp.origin() + "/q/health/ready").statusCode())
                        .isEqualTo(503);
                assertThat(Files.readString(nlp.log())).contains("Authentication failed");
            });
            assertThat(nlp.isAlive()).isTrue();
        }
    }
}
