package org.onrecord.kubernetes;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever speaks with Kafka shows a certificate of its own, and may do what it does and nothing else. */
class KafkaUsersTest {
    private static final Pattern INCOMING = Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.[a-z-]+\\.topic=(.+)$");
    private static final Pattern OUTGOING = Pattern.compile("(?m)^mp\\.messaging\\.outgoing\\.[a-z-]+\\.topic=(.+)$");
    private static final Pattern GROUP = Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.[a-z-]+\\.group\\.id=(.+)$");
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.[a-z-]+\\.dead-letter-queue\\.topic=(.+)$");

    private static final Map<String, String> ORIGINS = Map.of(
            Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER, Topics.FETCH_REQUESTS,
            Topics.NLP_ARTICLES_DEAD_LETTER, Topics.ARTICLES,
            Topics.API_ANALYSES_DEAD_LETTER, Topics.ANALYSES,
            Topics.API_OUTCOMES_DEAD_LETTER, Topics.OUTCOMES);

    @ParameterizedTest
    @MethodSource("services")
    void aServiceMayDoWhatItsSettingsNameAndNothingElse(Overlay overlay, String service) {
        String settings = ServiceConfiguration.properties(service);
        Set<String> wanted = new TreeSet<>();
        found(GROUP, settings).forEach(group -> wanted.add("Read group " + group));
        found(INCOMING, settings).forEach(topic -> wanted.add("Read topic " + topic));
        found(OUTGOING, settings).forEach(topic -> wanted.add("Write topic " + topic));
        found(DEAD_LETTERS, settings).forEach(topic -> wanted.add("Write topic " + topic));
        if (service.equals("api-service")) {
            // Takedowns erase there, and it looks whether that works.
            Topics.ERASABLE.forEach(
                    topic -> wanted.addAll(Set.of("Write topic " + topic, "DescribeConfigs topic " + topic)));
        }

        assertThat(rights(overlay, service)).isEqualTo(wanted).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void replayReadsDeadLettersAndWritesWhereTheyCameFrom(Overlay overlay) {
        Set<String> wanted = new TreeSet<>(Set.of("Read group onrecord-replay"));
        ORIGINS.forEach((deadLetters, origin) -> {
            wanted.add("Read topic " + deadLetters);
            wanted.add("Write topic " + origin);
        });

        assertThat(rights(overlay, "onrecord-replay")).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void kedaSeesTheLagThatItScalesBy(Overlay overlay) {
        Set<String> wanted = new TreeSet<>();
        overlay.manifests("ScaledObject").stream()
                .flatMap(scaler -> scaler.elements("/spec/triggers"))
                .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                .forEach(trigger -> {
                    wanted.add("Describe group "
                            + trigger.at("/metadata/consumerGroup").asText());
                    wanted.add("Describe topic " + trigger.at("/metadata/topic").asText());
                    assertThat(trigger.at("/metadata/tls").asText()).isEqualTo("enable");
                    assertThat(trigger.at("/authenticationRef/name").asText()).isEqualTo("onrecord-kafka");
                    assertThat(trigger.at("/metadata/bootstrapServers").asText())
                            .isEqualTo(bootstrapServers(overlay));
                });

        assertThat(rights(overlay, "onrecord-keda")).isEqualTo(wanted).isNotEmpty();
        assertThat(overlay.manifest("TriggerAuthentication", "onrecord-kafka")
                        .elements("/spec/secretTargetRef")
                        .map(secret -> secret.path("parameter").asText() + " "
                                + secret.path("name").asText() + " "
                                + secret.path("key").asText()))
                .containsExactlyInAnyOrder(
                        "ca onrecord-cluster-ca-cert ca.crt",
                        "cert onrecord-keda user.crt",
                        "key onrecord-keda user.key");
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void nobodyIsLetInWithoutACertificateOrARight(Overlay overlay) {
        Manifest kafka = overlay.manifest("Kafka", "onrecord");

        assertThat(kafka.elements("/spec/kafka/listeners")).isNotEmpty().allSatisfy(listener -> {
            assertThat(listener.path("tls").asBoolean()).isTrue();
            assertThat(listener.at("/authentication/type").asText()).isEqualTo("tls");
        });
        assertThat(kafka.at("/spec/kafka/authorization/type").asText()).isEqualTo("simple");
        assertThat(kafka.at("/spec/kafka/authorization/superUsers").isMissingNode())
                .isTrue();
        assertThat(kafka.at("/spec/entityOperator/userOperator").isObject()).isTrue();
        assertThat(overlay.manifests("KafkaUser")).allSatisfy(user -> {
            assertThat(user.at("/spec/authentication/type").asText()).isEqualTo("tls");
            assertThat(user.at("/spec/authorization/type").asText()).isEqualTo("simple");
        });
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aPodShowsTheCertificateOfItsUserToTheCluster(Overlay overlay, String user, JsonNode pod) {
        JsonNode container = pod.at("/containers/0");

        assertThat(variable(container, "KAFKA_BOOTSTRAP_SERVERS").path("value").asText())
                .isEqualTo(bootstrapServers(overlay));
        assertThat(variable(container, "KAFKA_SECURITY_PROTOCOL").path("value").asText())
                .isEqualTo("SSL");
        JsonNode password = variable(container, "KAFKA_SSL_KEYSTORE_PASSWORD").at("/valueFrom/secretKeyRef");
        assertThat(password.path("name").asText()).isEqualTo(user);
        assertThat(password.path("key").asText()).isEqualTo("user.password");
        String folder = elements(container.path("volumeMounts"))
                .filter(mount -> mount.path("name").asText().equals("kafka"))
                .map(mount -> mount.path("mountPath").asText())
                .findFirst()
                .orElseThrow();
        assertThat(variable(container, "KAFKA_SSL_KEYSTORE_LOCATION")
                        .path("value")
                        .asText())
                .isEqualTo(folder + "/user.p12");
        assertThat(variable(container, "KAFKA_SSL_TRUSTSTORE_LOCATION")
                        .path("value")
                        .asText())
                .isEqualTo(folder + "/ca.crt");
        assertThat(elements(pod.path("volumes"))
                        .filter(volume -> volume.path("name").asText().equals("kafka"))
                        .flatMap(volume -> elements(volume.at("/projected/sources")))
                        .map(source -> source.at("/secret/name").asText() + " "
                                + source.at("/secret/items/0/path").asText()))
                .containsExactlyInAnyOrder(user + " user.p12", "onrecord-cluster-ca-cert ca.crt");
    }

    @Test
    void everyUserIsSomebody() throws IOException {
        assertThat(Overlay.all())
                .allSatisfy(overlay -> assertThat(
                                overlay.manifests("KafkaUser").stream().map(Manifest::name))
                        .containsExactlyInAnyOrder(
                                "scraper-service", "nlp-service", "api-service", "onrecord-replay", "onrecord-keda"));
    }

    static Stream<Arguments> services() throws IOException {
        return Overlay.all()
                .flatMap(overlay -> overlay.manifests("Deployment").stream()
                        .map(deployment -> Arguments.of(overlay, deployment.name())));
    }

    static Stream<Arguments> containers() throws IOException {
        return Overlay.all()
                .flatMap(overlay -> Stream.concat(
                        overlay.manifests("Deployment").stream()
                                .map(deployment ->
                                        Arguments.of(overlay, deployment.name(), deployment.at("/spec/template/spec"))),
                        overlay.manifests("CronJob").stream()
                                .map(job -> Arguments.of(
                                        overlay, "onrecord-replay", job.at("/spec/jobTemplate/spec/template/spec")))));
    }

    private static Set<String> rights(Overlay overlay, String user) {
        Set<String> rights = new TreeSet<>();
        overlay.manifest("KafkaUser", user).elements("/spec/authorization/acls").forEach(acl -> {
            assertThat(acl.path("type").asText("allow")).isEqualTo("allow");
            assertThat(acl.at("/resource/patternType").asText("literal")).isIn("literal", "");
            elements(acl.path("operations"))
                    .forEach(operation -> rights.add(operation.asText() + " "
                            + acl.at("/resource/type").asText() + " "
                            + acl.at("/resource/name").asText()));
        });
        return rights;
    }

    private static String bootstrapServers(Overlay overlay) {
        return "onrecord-kafka-bootstrap:"
                + overlay.manifest("Kafka", "onrecord")
                        .at("/spec/kafka/listeners/0/port")
                        .asInt();
    }

    private static JsonNode variable(JsonNode container, String name) {
        return elements(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> found(Pattern pattern, String settings) {
        return pattern.matcher(settings).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
