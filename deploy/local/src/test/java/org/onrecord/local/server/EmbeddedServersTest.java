package org.onrecord.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.onrecord.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedServersTest {

    @Test
    void kafkaKeepsItsRecordsOverARestart(@TempDir Path data) throws Exception {
        int port = LoopbackPort.free();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port);
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES, 0, "key", "kept"))
                    .get();
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port)) {
            assertThat(firstValue(kafka.bootstrapServers())).isEqualTo("kept");
        }
    }

    @Test
    void postgresqlKeepsItsRowsOverARestart(@TempDir Path folder) throws Exception {
        int port = LoopbackPort.free();
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(folder, port)) {
            execute(postgresql, "CREATE TABLE kept (word text)");
            execute(postgresql, "INSERT INTO kept VALUES ('kept')");
        }

        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(folder, port);
                Connection connection = DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void kafkaWhosePortIsTakenLetsGoOfItsData(@TempDir Path folder) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedKafka.start(folder.resolve("kafka"), taken))
                    .isInstanceOf(IOException.class);
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free())) {
            assertThat(kafka.bootstrapServers()).isNotEmpty();
        }
    }

    private static void execute(EmbeddedPostgresql postgresql, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstValue(String bootstrapServers) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.ARTICLES, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(1));
            while (records.isEmpty()) {
                records = consumer.poll(Duration.ofSeconds(1));
            }
            return records.iterator().next().value();
        }
    }
}
