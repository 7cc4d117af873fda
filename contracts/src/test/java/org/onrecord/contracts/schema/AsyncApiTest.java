package org.onrecord.contracts.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.asyncapi.v3._0_0.model.AsyncAPI;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import org.onrecord.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** The AsyncAPI document agrees with {@link Topics} and with the schemas. */
class AsyncApiTest {
    private static final Path FILE = SchemaFiles.RESOURCES.resolve("asyncapi.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonNode DOCUMENT = read();

    @Test
    void is_an_asyncapi_3_document() throws IOException {
        AsyncAPI document = YAML.readValue(Files.readString(FILE), AsyncAPI.class);

        assertThat(document.getAsyncapi()).isEqualTo("3.0.0");
        assertThat(document.getChannels()).hasSize(topics().size());
    }

    @Test
    void has_every_topic_and_no_other() {
        assertThat(elements(DOCUMENT.path("channels"))
                        .map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(topics());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(DOCUMENT.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#/")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(SchemaFiles.RESOURCES.resolve(reference)).isRegularFile();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_carries_its_event(EventType event) {
        JsonNode message =
                follow(channel(event.topic).path("messages").elements().next());

        assertThat(message.path("name").asText()).isEqualTo(event.cloudEventsType);
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("schemas/" + event.schemaFile());
        assertThat(message.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
        assertThat(follow(message.path("traits").path(0)).at("/headers/required"))
                .extracting(JsonNode::asText)
                .contains("ce_type", "ce_id", "ce_source", "ce_specversion");
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_has_those_who_send_and_one_who_receives(EventType event) {
        List<String> actions = elements(DOCUMENT.path("operations"))
                .filter(operation -> follow(operation.path("channel")).equals(channel(event.topic)))
                .map(operation -> operation.path("action").asText())
                .toList();

        assertThat(actions).contains("send").containsOnlyOnce("receive");
    }

    private static JsonNode channel(String address) {
        return elements(DOCUMENT.path("channels"))
                .filter(channel -> channel.path("address").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode follow(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** The constants of {@link Topics} that name a topic: all but the event types. */
    private static List<String> topics() {
        return Stream.of(Topics.class.getFields())
                .filter(field ->
                        field.getType() == String.class && !field.getName().endsWith("_TYPE"))
                .map(AsyncApiTest::value)
                .toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read() {
        try {
            return YAML.readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
