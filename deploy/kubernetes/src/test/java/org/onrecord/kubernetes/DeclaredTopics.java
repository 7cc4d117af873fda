package org.onrecord.kubernetes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The topics of the cluster's manifests, which everything else that names them is held against. */
final class DeclaredTopics {
    /**
     * A topic, ordered by name.
     *
     * @param retention in milliseconds
     * @param largest record, in bytes
     */
    record Topic(String name, int partitions, long retention, int largest) implements Comparable<Topic> {
        @Override
        public int compareTo(Topic other) {
            return name.compareTo(other.name);
        }

        Topic withPartitions(int others) {
            return new Topic(name, others, retention, largest);
        }
    }

    private DeclaredTopics() {}

    static Set<Topic> read() throws IOException {
        List<JsonNode> manifests = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(Path.of("base/kafka/topics.yaml").toFile())
                .readAll();
        Set<Topic> topics = new TreeSet<>();
        for (JsonNode manifest : manifests) {
            topics.add(new Topic(
                    manifest.at("/metadata/name").asText(),
                    manifest.at("/spec/partitions").asInt(),
                    manifest.at("/spec/config/retention.ms").asLong(),
                    manifest.at("/spec/config/max.message.bytes").asInt()));
        }
        return topics;
    }
}
