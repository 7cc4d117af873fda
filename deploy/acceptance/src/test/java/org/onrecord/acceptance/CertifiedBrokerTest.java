package org.onrecord.acceptance;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.restassured.http.ContentType;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.CertifiedListener;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.LoopbackPort;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.acceptance.Eventually.eventually;

/**
 * The packaged services with a broker that knows each by its certificate and grants it what the manifests' users are granted, told
 * by the variables that the manifests set.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifiedBrokerTest {
    private static final Path USERS = RunningLine.PROJECT.resolve("deploy/kubernetes/base/kafka/users.yaml");

    private static final Map<String, String> DEAD_LETTERS = Map.of(
            Topics.FETCH_REQUESTS, Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER,
            Topics.ARTICLES, Topics.NLP_ARTICLES_DEAD_LETTER,
            Topics.ANALYSES, Topics.API_ANALYSES_DEAD_LETTER,
            Topics.OUTCOMES, Topics.API_OUTCOMES_DEAD_LETTER);

    private CertifiedListener door;
    private EmbeddedKafka kafka;
    private Servers servers;

    @BeforeAll
    void startServers(@TempDir Path folder) throws Exception {
        door = CertifiedListener.create(folder.resolve("keys"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free(), door);
        servers = new Servers(folder, kafka);
        try (Admin admin = Admin.create(superUser())) {
            admin.createAcls(rights()).all().get();
        }
    }

    @AfterAll
    void stopServers() throws Exception {
        servers.close();
    }

    @Test
    void everythingIsDoneWithTheRightsOfTheManifests() throws Exception {
        try (Servers.Services services = servers.startAll(name -> servers.environment(door.environment(name)))) {
            assertThat(statusOf(
                            services.api(),
                            Map.of("text", "“We are open to discussions,” John Kerry said in Baghdad.")))
                    .isEqualTo("stored");
            assertThat(statusOf(services.api(), Map.of("url", "http://no-such-host.invalid/story")))
                    .isEqualTo("unknown-host");
            for (String topic : DEAD_LETTERS.keySet()) {
                write(superUser(), topic);
            }
            for (String deadLetters : DEAD_LETTERS.values()) {
                eventually().until(() -> records(deadLetters) == 1);
                assertThat(replay(deadLetters)).contains("put 1 record back on ");
                // It is no better than before.
                eventually().until(() -> records(deadLetters) == 2);
            }
            for (ServiceProcess service : services.all()) {
                assertThat(given().get(service.origin() + "/q/health").statusCode())
                        .as(service.name())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whatIsNotGrantedIsRefused() throws Exception {
        Map<String, Object> nlp = settings(door.environment("nlp-service"));

        assertThatThrownBy(() -> write(nlp, Topics.FETCH_REQUESTS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aServiceWithoutACertificateIsNotReady() throws Exception {
        Map<String, String> environment = new HashMap<>(door.environmentWithoutCertificate());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("ONRECORD_ACCESS_MODE", "open");
        try (ServiceProcess nlp = servers.service("nlp-service", environment)) {
            nlp.start();

            eventually().ignoreException(ConnectException.class).until(() -> {
                var ready = given().when().get(nlp.origin() + "/q/health/ready");
                return ready.statusCode() == 503 && ready.asString().contains("unavailable since");
            });
            assertThat(nlp.isAlive()).isTrue();
        }
    }

    /** How a submission ended. */
    private static String statusOf(ServiceProcess api, Map<String, String> submission) {
        String status = given().contentType(ContentType.JSON)
                .body(submission)
                .when()
                .post(api.origin() + "/v1/articles")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return eventually()
                .until(
                        () -> given().get(api.origin().resolve(status)).jsonPath(),
                        trace -> !"pending".equals(trace.getString("status")))
                .getString("outcomes[-1].reason");
    }

    private String replay(String topic) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Executables.chosen().command(RunningLine.PROJECT, "api-service", "replay", topic))
                .redirectErrorStream(true);
        builder.environment().putAll(door.environment("onrecord-replay"));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        Process replay = builder.start();
        String said = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(replay.waitFor()).as(said).isZero();
        return said;
    }

    private static void write(Map<String, Object> settings, String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {'k'}, new byte[] {'{'}))
                    .get();
        }
    }

    private long records(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(superUser(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Those of the manifests, as Strimzi's user operator grants them. */
    private static List<AclBinding> rights() throws IOException {
        List<AclBinding> rights = new ArrayList<>();
        List<JsonNode> users = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(USERS.toFile())
                .readAll();
        for (JsonNode user : users) {
            String principal =
                    CertifiedListener.principal(user.at("/metadata/name").asText());
            for (JsonNode acl : user.at("/spec/authorization/acls")) {
                for (JsonNode operation : acl.path("operations")) {
                    rights.add(new AclBinding(
                            new ResourcePattern(
                                    ResourceType.fromString(
                                            acl.at("/resource/type").asText()),
                                    acl.at("/resource/name").asText(),
                                    PatternType.LITERAL),
                            new AccessControlEntry(
                                    principal,
                                    "*",
                                    AclOperation.fromString(operation.asText().replaceAll("(?<=[a-z])(?=[A-Z])", "_")),
                                    AclPermissionType.ALLOW)));
                }
            }
        }
        return rights;
    }

    private Map<String, Object> superUser() {
        Map<String, Object> settings = new HashMap<>(door.superUser());
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    private Map<String, Object> settings(Map<String, String> variables) {
        Map<String, Object> settings = new HashMap<>();
        variables.forEach((name, value) -> settings.put(
                name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'), value));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("max.block.ms", (int) Duration.ofMinutes(5).toMillis());
        return settings;
    }
}
