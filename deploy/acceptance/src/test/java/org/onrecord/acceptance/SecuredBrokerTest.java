package org.onrecord.acceptance;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.local.server.SecuredListener;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged services with a broker that wants TLS and a password, told by the variables that deploy/README.md names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredBrokerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Path folder;
    private SecuredListener door;
    private EmbeddedKafka kafka;
    private EmbeddedPostgresql database;

    @BeforeAll
    void startServers(@TempDir Path folder) throws Exception {
        this.folder = folder;
        door = SecuredListener.create(folder.resolve("keys"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free(), door);
        database = EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
    }

    @AfterAll
    void stopServers() throws Exception {
        kafka.close();
        database.close();
    }

    @Test
    void aTextGoesAllTheWay() throws Exception {
        Map<String, String> environment = environment(door.environment());
        try (ServiceProcess scraper = service("scraper-service", environment);
                ServiceProcess nlp = service("nlp-service", environment)) {
            environment.put("ONRECORD_SCRAPER_URL", scraper.origin().toString());
            environment.put("ONRECORD_NLP_URL", nlp.origin().toString());
            try (ServiceProcess api = service("api-service", environment)) {
                for (ServiceProcess service : List.of(scraper, nlp, api)) {
                    service.start();
                }
                for (ServiceProcess service : List.of(scraper, nlp, api)) {
                    service.awaitReady();
                }

                String status = given().contentType(ContentType.JSON)
                        .body(Map.of("text", "“We are open to discussions,” John Kerry said in Baghdad on Monday."))
                        .when()
                        .post(api.origin() + "/v1/articles")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(given().when()
                                        .get(api.origin().resolve(status))
                                        .jsonPath()
                                        .getString("status"))
                                .isEqualTo("stored"));
            }
        }
    }

    @Test
    void deadLettersAreReplayed() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Executables.chosen()
                        .command(RunningLine.PROJECT, "api-service", "replay", Topics.NLP_ARTICLES_DEAD_LETTER))
                .redirectErrorStream(true);
        builder.environment().putAll(environment(door.environment()));

        Process replay = builder.start();

        assertThat(new String(replay.getInputStream().readAllBytes())).contains("put 0 records back on articles");
        assertThat(replay.waitFor()).isZero();
    }

    @Test
    void aWrongPasswordIsSaidAndTheServiceIsNotReady() throws Exception {
        try (ServiceProcess nlp = service("nlp-service", environment(door.environmentWithWrongPassword()))) {
            nlp.start();

            await().atMost(PATIENCE).ignoreException(ConnectException.class).untilAsserted(() -> {
                assertThat(given().when().get(nlp.origin() + "/q/health/ready").statusCode())
                        .isEqualTo(503);
                assertThat(Files.readString(nlp.log())).contains("Authentication failed");
            });
            assertThat(nlp.isAlive()).isTrue();
        }
    }

    private Map<String, String> environment(Map<String, String> broker) {
        Map<String, String> environment = new HashMap<>(broker);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("ONRECORD_DATABASE_URL", database.jdbcUrl());
        environment.put("ONRECORD_DATABASE_USER", database.user());
        environment.put("ONRECORD_DATABASE_PASSWORD", database.password());
        environment.put("ONRECORD_ACCESS_MODE", "open");
        return environment;
    }

    private ServiceProcess service(String name, Map<String, String> environment) throws IOException {
        return new ServiceProcess(
                name,
                Executables.chosen().of(RunningLine.PROJECT, name),
                LoopbackPort.free(),
                384,
                environment,
                folder.resolve("logs"));
    }
}
