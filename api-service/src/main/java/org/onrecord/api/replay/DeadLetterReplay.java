package org.onrecord.api.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.onrecord.contracts.Topics;

/**
 * Puts the records of a dead-letter topic back where they came from, for the consumer that refused them to try again.
 * How far it came is kept in the broker, a record at a time: what was put back is not put back by the next run, and a run
 * that was killed repeats one record at most, which the consumers take as once. Not for two runs of a topic at a time.
 */
final class DeadLetterReplay {
    /** Of each dead-letter topic, the topic whose consumer writes it. */
    static final Map<String, String> ORIGINS = new TreeMap<>(Map.of(
            Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER, Topics.FETCH_REQUESTS,
            Topics.NLP_ARTICLES_DEAD_LETTER, Topics.ARTICLES,
            Topics.API_ANALYSES_DEAD_LETTER, Topics.ANALYSES,
            Topics.API_OUTCOMES_DEAD_LETTER, Topics.OUTCOMES));

    private static final String GROUP = "onrecord-replay";
    private static final String CAUSE_HEADERS = "dead-letter-";
    /** Says that a record was put aside without its end. */
    private static final String CUT = "dead-letter-cut";

    private static final String LARGEST_RECORD = "5242880";
    /** Before compression, which is what a producer counts. */
    private static final String LARGEST_UNPACKED = "25165824";

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> connection;

    /** @param connection where the broker is, and what it wants to know: settings of Kafka's clients */
    DeadLetterReplay(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * Replays what stands in the topic now, but for records without a value, which erase others; what is refused again meanwhile
     * is left for the next run.
     *
     * @param topic one of {@link #ORIGINS}
     * @return how many records were put back, and how many were left out
     * @throws ExecutionException if the broker does not take one; it and those after it stay for the next run
     */
    Replayed run(String topic) throws ExecutionException, InterruptedException {
        String origin = ORIGINS.get(topic);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long back = 0;
            long tooLarge = 0;
            while (isBefore(consumer, partitions, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(topic, record.partition());
                    if (record.offset() < ends.get(partition)) {
                        if (record.value() == null) {
                            // An erasure of the topic's own.
                        } else if (record.headers().lastHeader(CUT) == null) {
                            if (isTaken(producer, again(record, origin))) {
                                back++;
                            } else {
                                tooLarge++;
                            }
                        } else {
                            tooLarge++;
                        }
                        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
                    }
                }
            }
            return new Replayed(back, tooLarge);
        }
    }

    /**
     * What became of the records.
     *
     * @param back put back
     * @param tooLarge left out, since they were put aside without their ends, or are larger than what the topic takes
     */
    record Replayed(long back, long tooLarge) {}

    /** A record that its topic does not take would otherwise keep back those behind it, each time anew. */
    private static boolean isTaken(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record)
            throws ExecutionException, InterruptedException {
        try {
            producer.send(record).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw e;
        }
    }

    /** The record as it was: without the cause that was added, and dated anew. */
    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record, String origin) {
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(origin, record.key(), record.value());
        for (Header header : record.headers()) {
            if (!header.key().startsWith(CAUSE_HEADERS)) {
                again.headers().add(header);
            }
        }
        return again;
    }

    private static boolean isBefore(
            KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                with(Map.of(
                        "group.id",
                        GROUP,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest",
                        "max.partition.fetch.bytes",
                        LARGEST_RECORD)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                with(Map.of("acks", "all", "compression.type", "gzip", "max.request.size", LARGEST_UNPACKED)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(settings);
        return all;
    }
}
