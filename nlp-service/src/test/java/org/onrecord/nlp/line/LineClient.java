package org.onrecord.nlp.line;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

import org.onrecord.nlp.Eventually;

/** A neighbour in the line, with Kafka's own clients: puts records on topics and waits for those that come back. */
final class LineClient implements AutoCloseable {

    private static final int LARGEST_RECORD = 4 << 20;

    private final Map<String, Object> broker;
    private final KafkaProducer<String, byte[]> producer;

    LineClient(String bootstrapServers) {
        broker = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", LARGEST_RECORD),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first records of a topic that are wanted, as many as asked for. */
    List<ConsumerRecord<String, byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant end = Instant.now().plus(Eventually.WITHIN);
            while (found.size() < count && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(200)).forEach(arrived -> {
                    if (wanted.test(arrived)) {
                        found.add(arrived);
                    }
                });
            }
        }
        if (found.size() < count) {
            throw new AssertionError(
                    found.size() + " of " + count + " records on " + topic + " within " + Eventually.WITHIN);
        }
        return found;
    }

    static String header(ConsumerRecord<?, ?> from, String name) {
        Header header = from.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static Predicate<ConsumerRecord<String, byte[]>> keyed(String... keys) {
        return arrived -> Stream.of(keys).anyMatch(key -> key.equals(arrived.key()));
    }

    /** Of an article, whatever its version. */
    static Predicate<ConsumerRecord<String, byte[]>> of(UUID articleId) {
        return arrived -> arrived.key().startsWith(articleId.toString());
    }

    @Override
    public void close() {
        producer.close();
    }
}
