package org.onrecord.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.kubernetes.DeclaredTopics.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/** The compose file, held against the services and the manifests, since no container engine runs it here. */
class ComposeTest {
    private static final Path FOLDER = Path.of("../containers");
    private static final List<String> SERVICES = List.of("api-service", "nlp-service", "scraper-service");
    private static final Pattern CREATE = Pattern.compile("(?m)^create ([a-z-]+) (\\d+) (\\d+)$");
    private static final Pattern PARTITIONS = Pattern.compile("--partitions (\\d+)");

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        compose = read("compose.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-service", "nlp-service", "scraper-service"})
    void everyVariableIsReadAndEveryRequiredOneIsSet(String service) {
        ServiceConfiguration configuration = ServiceConfiguration.of(service);
        Set<String> set = names(service(service).path("environment"));

        assertThat(set).isSubsetOf(configuration.read()).containsAll(configuration.required());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-service", "nlp-service", "scraper-service"})
    void aServiceThatIsOutOfMemoryEndsAndHasNoPrivileges(String service) {
        JsonNode described = service(service);

        assertThat(described.at("/environment/JAVA_TOOL_OPTIONS").asText()).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(described.path("restart").asText()).isEqualTo("unless-stopped");
        assertThat(described.path("mem_limit").asText()).isNotEmpty();
        assertThat(described.path("read_only").asBoolean()).isTrue();
        assertThat(described.at("/cap_drop/0").asText()).isEqualTo("ALL");
    }

    @Test
    void onlyTheApiIsReachedFromOutsideAndFromThisMachineAlone() {
        assertThat(names(compose.path("services")))
                .filteredOn(service -> service(service).has("ports"))
                .containsExactly("api-service");
        int port = ServiceConfiguration.port("api-service");
        assertThat(service("api-service").at("/ports/0").asText()).isEqualTo("127.0.0.1:" + port + ":" + port);
    }

    @Test
    void addressesAreThoseOfTheOtherServices() {
        JsonNode environment = service("api-service").path("environment");

        assertThat(environment.path("ONRECORD_SCRAPER_URL").asText())
                .isEqualTo("http://scraper-service:" + ServiceConfiguration.port("scraper-service"));
        assertThat(environment.path("ONRECORD_NLP_URL").asText())
                .isEqualTo("http://nlp-service:" + ServiceConfiguration.port("nlp-service"));
        assertThat(environment.path("ONRECORD_DATABASE_URL").asText())
                .isEqualTo("jdbc:postgresql://postgresql:5432/"
                        + service("postgresql").at("/environment/POSTGRES_DB").asText());
        assertThat(environment.path("ONRECORD_DATABASE_USER").asText())
                .isEqualTo(
                        service("postgresql").at("/environment/POSTGRES_USER").asText());
        assertThat("PLAINTEXT://" + environment.path("KAFKA_BOOTSTRAP_SERVERS").asText())
                .isEqualTo(service("kafka")
                        .at("/environment/KAFKA_ADVERTISED_LISTENERS")
                        .asText());
    }

    @Test
    void whatIsWaitedForIsThereAndSaysWhenItIsHealthy() {
        for (String name : names(compose.path("services"))) {
            service(name).path("depends_on").properties().forEach(dependency -> {
                JsonNode other = service(dependency.getKey());
                assertThat(other.isMissingNode()).as(dependency.getKey()).isFalse();
                if (dependency.getValue().path("condition").asText().equals("service_healthy")) {
                    assertThat(other.has("healthcheck")).as(dependency.getKey()).isTrue();
                }
            });
        }
    }

    @Test
    void volumesAreDeclared() {
        List<String> used = new ArrayList<>();
        for (String name : names(compose.path("services"))) {
            service(name)
                    .path("volumes")
                    .forEach(volume -> used.add(volume.asText().split(":")[0]));
        }

        assertThat(names(compose.path("volumes"))).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void topicsAreThoseOfTheManifestsWithFewerPartitions() throws IOException {
        String script = service("topics").at("/command/0").asText();
        int partitions = PARTITIONS
                .matcher(script)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
        Set<Topic> created = new TreeSet<>();
        CREATE.matcher(script)
                .results()
                .forEach(create -> created.add(new Topic(
                        create.group(1),
                        partitions,
                        Long.parseLong(create.group(2)),
                        Integer.parseInt(create.group(3)))));

        assertThat(created)
                .isEqualTo(DeclaredTopics.read().stream()
                        .map(topic -> topic.withPartitions(partitions))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(script).contains("--config max.message.bytes=$$3");
        assertThat(service("kafka").at("/environment/KAFKA_MESSAGE_MAX_BYTES").asInt())
                .isEqualTo(4 * 1024 * 1024);
    }

    @Test
    void theFileAloneNeedsNoSources() throws IOException {
        assertThat(names(compose.path("services")))
                .filteredOn(service -> service(service).has("build"))
                .isEmpty();
        JsonNode build = read("compose.build.yaml");
        assertThat(names(build.path("services"))).containsExactlyInAnyOrderElementsOf(SERVICES);
        for (String service : SERVICES) {
            JsonNode how = build.at("/services/" + service + "/build");
            assertThat(how.at("/args/SERVICE").asText()).isEqualTo(service);
            Path context = FOLDER.resolve(how.path("context").asText());
            assertThat(context.resolve(how.path("dockerfile").asText())).isRegularFile();
        }
    }

    private static JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** By SnakeYAML itself, which resolves the anchors. */
    private static JsonNode read(String file) throws IOException {
        Object yaml = new Yaml().load(Files.readString(FOLDER.resolve(file)));
        return new JsonMapper().valueToTree(yaml);
    }
}
