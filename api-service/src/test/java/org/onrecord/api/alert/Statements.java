package org.onrecord.api.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.api.ingest.Events;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Topics;

/** New statements, sent by a real broker. */
record Statements(String brokers, ObjectMapper json) {

    /** So that no statement of one test is an utterance of another's. */
    private static final AtomicInteger WEEKS = new AtomicInteger(1000);

    static String next() {
        return String.valueOf(WEEKS.incrementAndGet());
    }

    static Analysis fresh() {
        Instant now = Instant.now();
        return Events.analysis(UUID.randomUUID(), next(), now, "test-nlp/1", now);
    }

    static String quote(Analysis analysis) {
        return analysis.quotes().getFirst().quoteId().toString();
    }

    void send(Analysis analysis) throws Exception {
        send(analysis, json.valueToTree(analysis));
    }

    void send(Analysis analysis, JsonNode written) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ANALYSES, "key", json.writeValueAsBytes(written)))
                    .get();
        }
    }
}
