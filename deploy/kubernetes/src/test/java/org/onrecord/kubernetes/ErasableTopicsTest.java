package org.onrecord.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.onrecord.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** Wherever topics are declared, those that hold the words of articles are compacted, and no others: a takedown rests on it. */
class ErasableTopicsTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "cleanup.policy", "compact,delete",
            "max.compaction.lag.ms", "43200000",
            "delete.retention.ms", "3024000000",
            "segment.bytes", "67108864");

    private static final Pattern ERASE = Pattern.compile("(?m)^ *erase ([a-z-]+)$");
    private static final Pattern ADDED = Pattern.compile("--add-config ([^ ]*segment\\.bytes=\\d+)");

    @Test
    void theManifestsHaveThemCompacted() throws IOException {
        List<JsonNode> manifests = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(Path.of("base/kafka/topics.yaml").toFile())
                .readAll();

        Map<String, Map<String, String>> compacted = manifests.stream()
                .filter(topic -> topic.at("/spec/config").has("cleanup.policy"))
                .collect(Collectors.toMap(topic -> topic.at("/metadata/name").asText(), topic -> settings(topic)));

        assertThat(compacted.keySet()).containsExactlyInAnyOrderElementsOf(Topics.ERASABLE);
        assertThat(compacted.values()).containsOnly(SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../containers/compose.yaml", "../README.md"})
    void theCommandsHaveThemCompacted(String file) throws IOException {
        String commands = Files.readString(Path.of(file));

        assertThat(ERASE.matcher(commands).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Topics.ERASABLE);
        assertThat(ADDED.matcher(commands).results().map(found -> added(found.group(1))))
                .containsExactly(SETTINGS);
    }

    private static Map<String, String> settings(JsonNode topic) {
        Map<String, String> settings =
                new ObjectMapper().convertValue(topic.at("/spec/config"), new TypeReference<Map<String, String>>() {});
        settings.keySet().retainAll(SETTINGS.keySet());
        return settings;
    }

    /** As {@code kafka-configs.sh} takes them: a value with a comma stands in brackets. */
    private static Map<String, String> added(String settings) {
        return Pattern.compile(",(?![^\\[]*\\])")
                .splitAsStream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replaceAll("[\\[\\]]", "")));
    }
}
