package org.onrecord.benchmarks.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.onrecord.contracts.Topics;

/** Records that whoever reaches the broker can send, to each topic that a service reads. */
final class Records {
    private static final int BYTES = 3_900_000;
    /** Packed, it is a few kilobytes. */
    private static final int PACKED_BYTES = 48 << 20;

    private static final int MANY = 200;

    /** What each topic's records are said to be. */
    private static final Map<String, String> TYPES = Map.of(
            Topics.FETCH_REQUESTS, Topics.FETCH_REQUEST_TYPE,
            Topics.ARTICLES, Topics.ARTICLE_TYPE,
            Topics.ANALYSES, Topics.ANALYSIS_TYPE,
            Topics.OUTCOMES, Topics.OUTCOME_TYPE);

    private Records() {}

    static List<Attack> attacks() {
        List<Attack> attacks = new ArrayList<>();
        for (String topic : TYPES.keySet().stream().sorted().toList()) {
            values().forEach((name, value) -> attacks.add(
                    new Attack("record on " + topic + ", " + name, siege -> send(siege, topic, value.get(), 1))));
            attacks.add(new Attack(
                    "record on " + topic + ", two hundred of a megabyte",
                    siege -> send(siege, topic, text("{\"url\":\"", "a", 1 << 20), MANY)));
        }
        return attacks;
    }

    private static Map<String, Supplier<byte[]>> values() {
        Map<String, Supplier<byte[]>> values = new LinkedHashMap<>();
        values.put("noise", Records::noise);
        values.put("nothing", () -> new byte[0]);
        values.put("no value", () -> null);
        values.put("lists in each other", () -> text("", "[", BYTES));
        values.put("objects in each other", () -> text("", "{\"article\":", BYTES));
        values.put("a long text", () -> text("{\"url\":\"", "a", BYTES));
        values.put("fields", () -> text("{\"a\":1", ",\"a\":1", BYTES));
        values.put("of 48 MB, packed", () -> text("{\"url\":\"", "a", PACKED_BYTES));
        return values;
    }

    private static byte[] noise() {
        byte[] noise = new byte[BYTES];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] text(String begin, String piece, int bytes) {
        return (begin + piece.repeat((bytes - begin.length()) / piece.length())).getBytes(StandardCharsets.UTF_8);
    }

    private static String send(Siege siege, String topic, byte[] value, int times) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        siege.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        2 * PACKED_BYTES,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        4L * PACKED_BYTES,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            int[] refused = {0};
            for (int i = 0; i < times; i++) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, value);
                header(record, "ce_specversion", "1.0");
                header(record, "ce_id", "hostile-" + i);
                header(record, "ce_source", "hostile");
                header(record, "ce_type", TYPES.get(topic));
                header(record, "content-type", "application/json");
                producer.send(record, (metadata, fault) -> refused[0] += fault == null ? 0 : 1);
            }
            producer.flush();
            return times - refused[0] + " sent, " + refused[0] + " refused by the broker";
        }
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
