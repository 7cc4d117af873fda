package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** A database that is away is waited for; an event that cannot be stored is put aside with its cause. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class FailurePolicyTest {
    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    PostgresTestResource postgresql;

    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> deadLetters;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        deadLetters = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        deadLetters.subscribe(List.of(Topics.API_ANALYSES_DEAD_LETTER, Topics.API_OUTCOMES_DEAD_LETTER));
    }

    @AfterEach
    void disconnect() {
        producer.close();
        deadLetters.close();
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() throws Exception {
        UUID article = UUID.randomUUID();
        postgresql.stopServer();
        eventually().until(() -> get("/q/health/ready").statusCode() == 503);

        send(Topics.ANALYSES, json.writeValueAsBytes(Events.first(article)));
        postgresql.startServer();

        // The pool may still have a connection to the server that was stopped.
        eventually().ignoreExceptionsInstanceOf(SQLException.class).until(() -> quotesOf(article) == 1);
        eventually().until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"article\": ",
                "null",
                "{}",
                "{\"article\": {}, \"analyser\": \"x\", \"analysedAt\": \"2026-11-02T08:00:00Z\","
                        + " \"sentences\": [], \"entities\": [], \"mentions\": [], \"quotes\": []}"
            })
    void anEventThatCannotBeReadIsPutAsideByteForByteAndTheNextOneStored(String poison) throws Exception {
        UUID article = UUID.randomUUID();
        String key = UUID.randomUUID().toString();

        producer.send(new ProducerRecord<>(Topics.ANALYSES, key, poison.getBytes(StandardCharsets.UTF_8)))
                .get();
        send(Topics.ANALYSES, json.writeValueAsBytes(Events.first(article)));

        eventually().until(() -> quotesOf(article) == 1);
        ConsumerRecord<String, byte[]> deadLetter = eventually().until(() -> deadLetter(key), record -> record != null);
        assertThat(deadLetter.value()).asString(StandardCharsets.UTF_8).isEqualTo(poison);
        assertThat(deadLetter.headers().lastHeader("dead-letter-reason").value())
                .isNotEmpty();
    }

    @Test
    void anAnalysisThatContradictsItselfIsPutAsideAndItsStorySaysSo() throws Exception {
        UUID article = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        ObjectNode event = json.valueToTree(Events.first(article));
        ((ObjectNode) event.at("/quotes/0/spans/0")).put("end", 5000);

        producer.send(new ProducerRecord<>(Topics.ANALYSES, key, json.writeValueAsBytes(event)))
                .get();

        eventually().until(() -> deadLetter(key), record -> record != null);
        eventually().until(() -> count("outcome_by_month", article, "AND stage = 'store' AND reason = 'failed'") == 1);
    }

    @Test
    void aLaterVersionOfTheEventIsPutAsideInsteadOfBeingTakenForThisOne() throws Exception {
        UUID article = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> later =
                new ProducerRecord<>(Topics.ANALYSES, key, json.writeValueAsBytes(Events.first(article)));
        later.headers().add("ce_type", "org.onrecord.analysis.v2".getBytes(StandardCharsets.UTF_8));

        producer.send(later).get();

        eventually().until(() -> deadLetter(key), record -> record != null);
        assertThat(quotesOf(article)).isZero();
    }

    @Test
    void whatCameWithoutAKeyIsPutAsideUnderOne() throws Exception {
        byte[] poison = ("{\"outcomeId\": " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);

        RecordMetadata sent =
                producer.send(new ProducerRecord<>(Topics.OUTCOMES, poison)).get();

        String key = "outcomes partition=" + sent.partition() + " offset=" + sent.offset();
        assertThat(eventually()
                        .until(() -> deadLetter(key), record -> record != null)
                        .value())
                .isEqualTo(poison);
    }

    @Test
    void anAnalysisThatIsToldTwiceIsCounted() throws Exception {
        UUID article = UUID.randomUUID();
        double before = duplicates();
        send(Topics.ANALYSES, json.writeValueAsBytes(Events.first(article)));

        send(Topics.ANALYSES, json.writeValueAsBytes(Events.first(article)));

        eventually().until(() -> duplicates() > before);
        assertThat(quotesOf(article)).isEqualTo(1);
    }

    private double duplicates() {
        return meters.counter("onrecord.duplicates", "topic", Topics.ANALYSES).count();
    }

    private void send(String topic, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, "key", value)).get();
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key) {
        for (ConsumerRecord<String, byte[]> record : deadLetters.poll(Duration.ofMillis(200))) {
            if (key.equals(record.key())) {
                return record;
            }
        }
        return null;
    }

    private int quotesOf(UUID article) throws SQLException {
        return count("quote", article, "AND current");
    }

    private int count(String table, UUID article, String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT count(*) FROM " + table + " WHERE article_id = ? " + condition)) {
            count.setObject(1, article);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
