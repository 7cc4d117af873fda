package org.onrecord.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.path.json.JsonPath;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** Whatever somebody writes on a topic is put aside, and the next record is taken. */
@ExtendWith(RunningLine.class)
class PoisonRecordsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int FIRST_STORY = 660;

    /** What a record may be that is no event. */
    enum Poison {
        GARBAGE_OF_3900_KB(null, random(3_900_000)),
        TEXT_OF_3900_KB(bytes("key"), bytes("\"" + "x".repeat(3_900_000) + "\"")),
        DEEP_JSON(null, bytes("[".repeat(2 * MEGABYTE))),
        NOTHING(null, null),
        EMPTY(new byte[0], new byte[0]),
        NO_UTF_8(
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}),
        KEY_OF_1_MB(random(MEGABYTE), bytes("{}")),
        HEADER_OF_1_MB(null, bytes("{}"), "x", random(MEGABYTE)),
        TYPE_OF_1_MB(null, bytes("{}"), "ce_type", bytes("t".repeat(MEGABYTE))),
        TYPE_NULL(null, bytes("{}"), "ce_type", null),
        TRACE_NULL(null, bytes("{}"), "traceparent", null),
        TRACE_OF_1_MB(null, bytes("{}"), "traceparent", bytes("0".repeat(MEGABYTE))),
        // Headers that mean something to the library that reads the topics.
        REPLY_NULL(null, bytes("{}"), "REPLY_TOPIC", null),
        REPLY_ELSEWHERE(null, bytes("{}"), "REPLY_TOPIC", bytes(Topics.ARTICLES)),
        REPLY_PARTITION(null, bytes("{}"), "REPLY_PARTITION", bytes("x")),
        GENERATION(null, bytes("{}"), "__smallrye_generationId", bytes("x")),
        DESERIALIZED_BADLY(null, bytes("{}"), "deserialization-failure-dlq", bytes("true")),
        HEADERS_10000(null, bytes("{}")) {
            @Override
            void addTo(Headers headers) {
                for (int i = 0; i < 10_000; i++) {
                    headers.add("header" + i, bytes("value" + i));
                }
            }
        };

        private final byte[] key;
        private final byte[] value;
        private final String header;
        private final byte[] content;

        Poison(byte[] key, byte[] value) {
            this(key, value, null, null);
        }

        Poison(byte[] key, byte[] value, String header, byte[] content) {
            this.key = key;
            this.value = value;
            this.header = header;
            this.content = content;
        }

        void addTo(Headers headers) {
            if (header != null) {
                headers.add(header, content);
            }
        }

        private static byte[] random(int length) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            return bytes;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private Line line;
    private Press press;
    private Admin admin;

    @BeforeEach
    void take(Line running, Press pages) throws Exception {
        line = running;
        press = pages;
        admin = Admin.create(connection());
        // Those of somebody who made them by hand: here they let everything in.
        for (String topic : List.of(Topics.FETCH_REQUESTS, Topics.OUTCOMES)) {
            setLargest(topic, 4 * MEGABYTE);
        }
    }

    @AfterEach
    void leave() throws Exception {
        for (String topic : List.of(Topics.FETCH_REQUESTS, Topics.OUTCOMES)) {
            setLargest(topic, 256 << 10);
        }
        admin.close();
    }

    static Stream<Arguments> topics() {
        return Stream.of(
                Arguments.of(Topics.FETCH_REQUESTS, Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER),
                Arguments.of(Topics.OUTCOMES, Topics.API_OUTCOMES_DEAD_LETTER),
                Arguments.of(Topics.ARTICLES, Topics.NLP_ARTICLES_DEAD_LETTER),
                Arguments.of(Topics.ANALYSES, Topics.API_ANALYSES_DEAD_LETTER));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyPoisonIsPutAsideByteForByteAndTheNextRecordIsTaken(String topic, String deadLetters) throws Exception {
        for (Poison poison : Poison.values()) {
            if (poison.value == null && !topic.equals(Topics.FETCH_REQUESTS) && !topic.equals(Topics.OUTCOMES)) {
                continue; // Of an article, a record without a value may mean that it was taken down.
            }
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, keyOn(topic, poison.key), poison.value);
            poison.addTo(record.headers());

            RecordMetadata written = write(record);
            ConsumerRecord<byte[], byte[]> letter = letterOf(written, deadLetters);

            assertThat(letter.key())
                    .as("%s on %s", poison, topic)
                    .isEqualTo(record.key() == null ? coordinates(written) : record.key());
            assertThat(letter.value()).as("%s on %s", poison, topic).isEqualTo(poison.value);
            assertThat(letter.headers().lastHeader("dead-letter-reason").value())
                    .hasSizeBetween(1, 4000);
            if (poison.header != null && !poison.header.startsWith("__")) {
                assertThat(letter.headers().lastHeader(poison.header).value()).isEqualTo(poison.content);
            }
        }

        theLineGoesOn(FIRST_STORY + topic.length());
    }

    /** A topic takes what is small when packed, and a few kilobytes can unpack to more than may be written again. */
    @ParameterizedTest
    @MethodSource("topics")
    void whatUnpacksToTooMuchIsPutAsideCutShort(String topic, String deadLetters) throws Exception {
        byte[] zeros = new byte[26 * MEGABYTE];

        ConsumerRecord<byte[], byte[]> letter =
                letterOf(write(new ProducerRecord<>(topic, keyOn(topic, null), zeros)), deadLetters);

        assertThat(letter.value()).isEqualTo(Arrays.copyOf(zeros, 64 << 10));
        assertThat(text(letter, "dead-letter-cut")).contains("value of " + zeros.length + " bytes");
        assertThat(text(letter, "dead-letter-topic")).isEqualTo(topic);
        theLineGoesOn(FIRST_STORY + 20 + topic.length());
    }

    @Test
    void whereThereIsNoDeadLetterTopicTheRecordWaitsAndTheOthersAreTaken() throws Exception {
        admin.deleteTopics(List.of(Topics.API_OUTCOMES_DEAD_LETTER)).all().get();
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        RecordMetadata poison = write(new ProducerRecord<>(Topics.OUTCOMES, key, new byte[] {'{'}));

        theLineGoesOn(FIRST_STORY + 50);
        eventually().ignoreExceptions().until(() -> {
            admin.createTopics(List.of(new NewTopic(Topics.API_OUTCOMES_DEAD_LETTER, 4, (short) 1)
                            .configs(Map.of("max.message.bytes", String.valueOf(5 * MEGABYTE)))))
                    .all()
                    .get();
            return true;
        });

        assertThat(letterOf(poison, Topics.API_OUTCOMES_DEAD_LETTER).key()).isEqualTo(key);
    }

    /** A topic that is compacted takes no record without a key. */
    private static byte[] keyOn(String topic, byte[] key) {
        return key == null && Topics.ERASABLE.contains(topic) ? Poison.bytes("key") : key;
    }

    /** The key of what had none: so a dead letter can be found, and a compacted topic takes it. */
    private static byte[] coordinates(RecordMetadata written) {
        return Poison.bytes(written.topic() + " partition=" + written.partition() + " offset=" + written.offset());
    }

    private void theLineGoesOn(int story) {
        JsonPath article = RunningLine.read(line, press.story(story));
        assertThat(article.getString("title")).isEqualTo("Council hears plan " + story);
        for (ServiceProcess service : line.services()) {
            assertThat(given().get(service.origin() + "/q/health/live").statusCode())
                    .as(service.name())
                    .isEqualTo(200);
        }
    }

    private RecordMetadata write(ProducerRecord<byte[], byte[]> record) throws Exception {
        Map<String, Object> settings = new HashMap<>(connection());
        settings.put("max.request.size", 30 * MEGABYTE);
        settings.put("buffer.memory", 64 * MEGABYTE);
        settings.put("compression.type", "gzip");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(record).get();
        }
    }

    private ConsumerRecord<byte[], byte[]> letterOf(RecordMetadata origin, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return eventually()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> letterOf(origin, consumer), letter -> letter != null);
        }
    }

    private static ConsumerRecord<byte[], byte[]> letterOf(
            RecordMetadata origin, KafkaConsumer<byte[], byte[]> consumer) {
        for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(200))) {
            if (text(letter, "dead-letter-topic").equals(origin.topic())
                    && text(letter, "dead-letter-partition").equals(String.valueOf(origin.partition()))
                    && text(letter, "dead-letter-offset").equals(String.valueOf(origin.offset()))) {
                return letter;
            }
        }
        return null;
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void setLargest(String topic, int bytes) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("max.message.bytes", String.valueOf(bytes)),
                                AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", line.kafka().bootstrapServers());
    }
}
