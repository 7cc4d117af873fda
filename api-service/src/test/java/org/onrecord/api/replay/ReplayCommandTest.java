package org.onrecord.api.replay;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.local.server.KafkaTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as an operator uses it. */
class ReplayCommandTest {
    private static final String TOPIC = "api-analyses-dead-letter";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatWasPutBackIsCounted() throws InterruptedException {
        KafkaTestResource kafka = new KafkaTestResource();
        try {
            String broker = kafka.start().get("kafka.bootstrap.servers");

            assertThat(run(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker, "KAFKA_CLIENT_ID", "an-operator"), TOPIC))
                    .isZero();
        } finally {
            kafka.stop();
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("replay: put 0 records back on analyses");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''          | api-analyses-dead-letter | 2 | KAFKA_BOOTSTRAP_SERVERS is not set: it must be a comma-separated list of brokers",
                "kafka       | api-analyses-dead-letter | 2 | KAFKA_BOOTSTRAP_SERVERS is \"kafka\": it must be a comma-separated list of brokers",
                "127.0.0.1:9 | analyses                 | 2 | name a dead-letter topic: api-analyses-dead-letter, api-outcomes-dead-letter,",
                "127.0.0.1:9 | ''                       | 2 | name a dead-letter topic: api-analyses-dead-letter,",
                "nowhere.invalid:9 | api-analyses-dead-letter | 1 | No resolvable bootstrap urls"
            })
    void whatCannotBeDoneIsToldInOneLine(String broker, String topic, int status, String told)
            throws InterruptedException {
        assertThat(run(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker), topic)).isEqualTo(status);

        assertThat(errors()).singleElement().asString().startsWith("replay: " + told);
    }

    @Test
    void aBrokerThatIsAwayIsNamed() throws InterruptedException {
        Map<String, String> soon = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:9",
                "KAFKA_DEFAULT_API_TIMEOUT_MS",
                "2000",
                "KAFKA_REQUEST_TIMEOUT_MS",
                "1000");

        assertThat(run(soon, TOPIC)).isEqualTo(1);

        assertThat(errors())
                .containsExactly(
                        "replay: no broker answers at 127.0.0.1:9; the next run puts the remaining records back");
    }

    private int run(Map<String, String> variables, String topic) throws InterruptedException {
        return ReplayCommand.run(
                topic.isEmpty() ? List.of() : List.of(topic),
                new Environment(variables, new Properties()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> errors() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
