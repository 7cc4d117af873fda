package org.onrecord.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.onrecord.kubernetes.DeclaredTopics.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/** What deploy/README.md says of the topics, for whoever has a Kafka of their own, is what the manifests declare. */
class TopicTableTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d+) \\| (\\d+) days \\| (\\d+) KiB \\|");
    private static final Pattern COMMAND = Pattern.compile("(?m)^create ([a-z-]+) +(\\d+) (\\d+) (\\d+)$");

    @Test
    void theTableIsThatOfTheManifests() throws IOException {
        Set<Topic> table = new TreeSet<>();
        ROW.matcher(readme())
                .results()
                .forEach(row -> table.add(new Topic(
                        row.group(1),
                        Integer.parseInt(row.group(2)),
                        Duration.ofDays(Long.parseLong(row.group(3))).toMillis(),
                        Integer.parseInt(row.group(4)) * 1024)));

        assertThat(table).isEqualTo(DeclaredTopics.read());
    }

    @Test
    void theCommandsMakeTheSame() throws IOException {
        Set<Topic> made = new TreeSet<>();
        COMMAND.matcher(readme())
                .results()
                .forEach(command -> made.add(new Topic(
                        command.group(1),
                        Integer.parseInt(command.group(2)),
                        Long.parseLong(command.group(3)),
                        Integer.parseInt(command.group(4)))));

        assertThat(made).isEqualTo(DeclaredTopics.read());
        assertThat(readme()).contains("--config max.message.bytes=\"$4\"");
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("../README.md"));
    }
}
