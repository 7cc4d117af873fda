package org.onrecord.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** How the packaged services start where something is missing. */
class StartTest {

    private static final List<String> SERVICES = List.of("scraper-service", "nlp-service", "api-service");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "api-service, ONRECORD_ACCESS_REQUESTS_PER_MINUTE=0, 'ONRECORD_ACCESS_REQUESTS_PER_MINUTE is \"0\": it must be a"
                + " whole number of 1 or more'",
        "api-service, ONRECORD_DATABASE_URL=, 'ONRECORD_DATABASE_URL is not set: it must be the JDBC URL of a PostgreSQL"
                + " database, such as jdbc:postgresql://host:5432/onrecord'",
        "scraper-service, ONRECORD_HOST_DELAY=soon, 'ONRECORD_HOST_DELAY is \"soon\": it must be a duration such as 1s, 500ms"
                + " or PT1S'",
        "scraper-service, ONRECORD_RESPECT=robots, 'ONRECORD_RESPECT is \"robots\": it must be a comma-separated list"
                + " of noindex, noarchive, noai, tdm and paywall, or the word nothing'",
        "scraper-service, ONRECORD_ACCESS_MODE=keys, 'ONRECORD_SERVICE_TOKEN is not set: it must be a secret of 32"
                + " characters or more, the same for all three services (not needed with ONRECORD_ACCESS_MODE=open, on a"
                + " single machine)'",
        "nlp-service, KAFKA_BOOTSTRAP_SERVERS=kafka, 'KAFKA_BOOTSTRAP_SERVERS is \"kafka\": it must be a comma-separated"
                + " list of brokers as host:port, such as kafka:9092'"
    })
    void whatIsToldWronglyIsSaidInOneLine(String service, String setting, String line)
            throws IOException, InterruptedException {
        int equals = setting.indexOf('=');
        Map<String, String> environment =
                new HashMap<>(environment("127.0.0.1:9", "jdbc:postgresql://127.0.0.1:9/none"));
        environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        ProcessBuilder builder = new ProcessBuilder(Executables.chosen().command(RunningLine.PROJECT, service))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(output.lines()).containsExactly(service + ": " + line);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void whileBrokerAndDatabaseAreAwayAServiceLivesAndIsNotReady() throws IOException, InterruptedException {
        int kafkaPort = LoopbackPort.free();
        int databasePort = LoopbackPort.free();
        Map<String, String> environment =
                environment("127.0.0.1:" + kafkaPort, "jdbc:postgresql://127.0.0.1:" + databasePort + "/onrecord");
        List<ServiceProcess> services = new ArrayList<>();
        try {
            for (String name : SERVICES) {
                ServiceProcess service = new ServiceProcess(
                        name, packaged(name), LoopbackPort.free(), 256, environment, folder.resolve("logs"));
                services.add(service);
                service.start();
            }
            for (ServiceProcess service : services) {
                eventually().alias(service.name() + " lives").untilAsserted(() -> {
                    assertThat(status(service, "/q/health/live")).isEqualTo(200);
                    assertThat(status(service, "/q/health/ready")).isEqualTo(503);
                });
            }
            given().when()
                    .get(services.getLast().origin() + "/v1/quotes")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5");

            try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort);
                    EmbeddedPostgresql database = EmbeddedPostgresql.start(
                            Files.createDirectory(folder.resolve("postgresql")), databasePort)) {
                assertThat(kafka.bootstrapServers()).isEqualTo(environment.get("KAFKA_BOOTSTRAP_SERVERS"));
                assertThat(database.jdbcUrl()).isEqualTo(environment.get("ONRECORD_DATABASE_URL"));
                for (ServiceProcess service : services) {
                    service.awaitReady();
                }
                eventually().until(() -> status(services.getLast(), "/v1/quotes") == 200);
            }
        } finally {
            services.forEach(ServiceProcess::close);
        }
    }

    /** Its listener goes on elsewhere, and a rolling update does not wait for streams that have no end. */
    @Test
    void anOpenStreamEndsWhenItsServiceIsToldToStop() throws IOException, InterruptedException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql database =
                        EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
                HttpClient client = HttpClient.newHttpClient()) {
            Map<String, String> environment = new HashMap<>(environment(kafka.bootstrapServers(), database.jdbcUrl()));
            // Longer than this test waits: what does not end by itself is not ended.
            environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "1h");
            ServiceProcess api = new ServiceProcess(
                    "api-service",
                    packaged("api-service"),
                    LoopbackPort.free(),
                    256,
                    environment,
                    folder.resolve("logs"));
            CompletableFuture<Long> lines;
            try {
                api.start();
                api.awaitReady();
                HttpResponse<Stream<String>> stream = client.send(
                        HttpRequest.newBuilder(api.origin().resolve("/v1/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
                lines = CompletableFuture.supplyAsync(() -> stream.body().count());
                ProcessHandle.of(api.pid()).orElseThrow().destroy();
                eventually().until(() -> !api.isAlive());
            } finally {
                api.close();
            }
            assertThat(lines).as("ended, and not broken off").succeedsWithin(Eventually.WITHIN);
            assertThat(api.log()).content().doesNotContain("Timed out waiting for graceful shutdown");
        }
    }

    private static int status(ServiceProcess service, String path) {
        try {
            return given().when().get(service.origin() + path).statusCode();
        } catch (Exception notYet) {
            return 0;
        }
    }

    private static Map<String, String> environment(String brokers, String database) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", brokers,
                "ONRECORD_DATABASE_URL", database,
                "ONRECORD_DATABASE_USER", "postgres",
                "ONRECORD_DATABASE_PASSWORD", "postgres",
                "ONRECORD_SCRAPER_URL", "http://127.0.0.1:9",
                "ONRECORD_NLP_URL", "http://127.0.0.1:9",
                "ONRECORD_ACCESS_MODE", "open");
    }

    private static Path packaged(String service) throws IOException {
        return Executables.chosen().of(RunningLine.PROJECT, service);
    }
}
