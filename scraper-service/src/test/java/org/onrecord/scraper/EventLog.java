package org.onrecord.scraper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the topics of the real broker from their beginning, and writes to them. */
public final class EventLog {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventLog() {}

    /** An event with its key, headers and JSON. */
    public record Event(ConsumerRecord<String, byte[]> record) {

        public String key() {
            return record.key();
        }

        /** The value as text; empty if there is none. */
        public String text() {
            return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return MAPPER.readTree(record.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The same for an event that was sent twice, as any may be. */
        String id() {
            Header id = record.headers().lastHeader("ce_id");
            return id == null
                    ? record.partition() + "@" + record.offset()
                    : new String(id.value(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }

    /** The events of one request, once there are this many, each told once. */
    public static List<Event> awaitOf(String topic, UUID requestId, int count) {
        return await(
                topic,
                event -> requestId
                        .toString()
                        .equals(event.json().path("requestId").asText()),
                count);
    }

    /** The events that a condition holds for, once there are this many, each told once. */
    public static List<Event> await(String topic, Predicate<Event> condition, int count) {
        Instant end = Instant.now().plus(Eventually.WITHIN);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<String, Event> found = new LinkedHashMap<>();
            while (found.size() < count) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("on " + topic + " only " + found.size() + " of " + count + " events");
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Event event = new Event(record);
                    if (condition.test(event)) {
                        found.putIfAbsent(event.id(), event);
                    }
                }
            }
            return List.copyOf(found.values());
        }
    }

    /** Writes a record as any producer could. */
    public static void write(String topic, String key, byte[] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value));
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
