package org.onrecord.api.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.onrecord.api.replay.DeadLetterReplay.Replayed;
import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was put aside goes back as it was, and only once; what erases it does not. */
class DeadLetterReplayTest {
    private final KafkaTestResource kafka = new KafkaTestResource();
    private String bootstrapServers;

    @BeforeEach
    void start() {
        bootstrapServers = kafka.start().get("kafka.bootstrap.servers");
    }

    @AfterEach
    void stop() {
        kafka.stop();
    }

    @Test
    void recordsGoBackAsTheyWereAndTheNextRunFindsNothing() throws Exception {
        putAside("dead-letter-reason", "first", "second", null);
        DeadLetterReplay replay = new DeadLetterReplay(Map.of("bootstrap.servers", bootstrapServers));

        Replayed replayed = replay.run(Topics.API_ANALYSES_DEAD_LETTER);

        assertThat(replayed).isEqualTo(new Replayed(2, 0));
        assertThat(replay.run(Topics.API_ANALYSES_DEAD_LETTER)).isEqualTo(new Replayed(0, 0));
        List<ConsumerRecord<String, String>> records = records(Topics.ANALYSES);
        assertThat(records).extracting(ConsumerRecord::value).containsExactlyInAnyOrder("first", "second");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo("key");
            assertThat(record.headers().lastHeader("ce_type").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(Topics.ANALYSIS_TYPE);
            assertThat(record.headers().lastHeader("dead-letter-reason")).isNull();
        });
    }

    @Test
    void theBeginningOfARecordIsNotPutBack() throws Exception {
        putAside("dead-letter-reason", "first");
        putAside("dead-letter-cut", "second");

        Replayed replayed = new DeadLetterReplay(Map.of("bootstrap.servers", bootstrapServers))
                .run(Topics.API_ANALYSES_DEAD_LETTER);

        assertThat(replayed).isEqualTo(new Replayed(1, 1));
        assertThat(records(Topics.ANALYSES)).extracting(ConsumerRecord::value).containsExactly("first");
    }

    private void putAside(String header, String... values) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                ProducerRecord<String, String> record =
                        new ProducerRecord<>(Topics.API_ANALYSES_DEAD_LETTER, "key", value);
                record.headers().add("ce_type", Topics.ANALYSIS_TYPE.getBytes(StandardCharsets.UTF_8));
                record.headers().add(header, "a defect".getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
            }
        }
    }

    private List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (records.size() < wanted) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
