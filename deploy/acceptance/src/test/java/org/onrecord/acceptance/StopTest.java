package org.onrecord.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** A service that is told to stop ends by itself, also when everything that it would say goodbye to is away. */
class StopTest {
    private static final List<String> SERVICES = List.of("scraper-service", "nlp-service", "api-service");
    private static final int EVENTS = 40;
    private static final int FEW_LINES = 150;

    @TempDir
    Path folder;

    @Test
    void whileBrokerAndDatabaseAreAwayAServiceThatIsToldToStopEndsAndItsLogIsShort() throws Exception {
        List<ServiceProcess> services = new ArrayList<>();
        try {
            try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                    EmbeddedPostgresql database = EmbeddedPostgresql.start(
                            Files.createDirectory(folder.resolve("postgresql")), LoopbackPort.free())) {
                for (String name : SERVICES) {
                    ServiceProcess service = new ServiceProcess(
                            name,
                            Executables.chosen().of(RunningLine.PROJECT, name),
                            LoopbackPort.free(),
                            256,
                            environment(kafka.bootstrapServers(), database.jdbcUrl()),
                            folder.resolve("logs"));
                    services.add(service);
                    service.start();
                }
                for (ServiceProcess service : services) {
                    service.awaitReady();
                }
                giveWork(kafka.bootstrapServers());
            }
            for (ServiceProcess service : services) {
                eventually()
                        .until(() -> given().get(service.origin() + "/q/health/ready")
                                        .statusCode()
                                == 503);
            }

            for (ServiceProcess service : services) {
                ProcessHandle.of(service.pid()).orElseThrow().destroy();
            }

            for (ServiceProcess service : services) {
                eventually().until(() -> !service.isAlive());
                try (Stream<String> log = Files.lines(service.log())) {
                    assertThat(log.toList())
                            .as(service.name())
                            .hasSizeLessThan(FEW_LINES)
                            .noneMatch(line -> line.startsWith("Exception in thread"))
                            .anyMatch(line -> line.contains("waiting for the broker"));
                }
            }
        } finally {
            services.forEach(ServiceProcess::close);
        }
    }

    /** Of each kind some, so that every service is in the middle of something. */
    private static void giveWork(String brokers) throws IOException {
        Map<String, byte[]> examples = new HashMap<>();
        examples.put(Topics.ANALYSES, example("analysis/named-speakers.json"));
        examples.put(Topics.ARTICLES, example("article/fetched.json"));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < EVENTS; i++) {
                examples.forEach((topic, event) -> producer.send(
                        new ProducerRecord<>(topic, UUID.randomUUID().toString(), event)));
                producer.send(new ProducerRecord<>(
                        Topics.FETCH_REQUESTS,
                        "127.0.0.1",
                        ("{\"requestId\": \"%s\", \"url\": \"http://127.0.0.1:9/%d\", \"requestedAt\":"
                                        + " \"2026-11-27T12:00:00Z\"}")
                                .formatted(UUID.randomUUID(), i)
                                .getBytes()));
            }
        }
    }

    private static byte[] example(String name) throws IOException {
        try (InputStream stream = Topics.class.getResourceAsStream("/examples/" + name)) {
            return stream.readAllBytes();
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
                "ONRECORD_EGRESS_ALLOW", "127.0.0.1:9",
                "ONRECORD_ACCESS_MODE", "open");
    }
}
