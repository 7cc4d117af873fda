package org.onrecord.api.takedown;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.smallrye.common.annotation.Identifier;

import org.onrecord.contracts.Topics;

/**
 * Has the broker erase records: of a compacted topic it removes what has the key of a later record without a value (Kafka's
 * documentation, "Log Compaction"). On every partition, since an article's records lie on another one from before partitions were
 * added. Not for several threads.
 */
@ApplicationScoped
class Tombstones {
    private static final Map<String, Object> SETTINGS = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);

    private final Map<String, Object> settings = new HashMap<>();
    /** Made when it is first needed: most instances never take anything down. */
    private KafkaProducer<String, byte[]> producer;

    Tombstones(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        broker.forEach((name, value) -> {
            if (ProducerConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.putAll(SETTINGS);
    }

    /**
     * Returns when the broker has taken all of them.
     *
     * @throws KafkaException if it did not take one; the others may have been written, and writing them again does no harm
     */
    void write(Collection<String> keys) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        KafkaException failure = null;
        for (String topic : Topics.ERASABLE) {
            try {
                for (PartitionInfo partition : producer().partitionsFor(topic)) {
                    for (String key : keys) {
                        sent.add(producer().send(new ProducerRecord<>(topic, partition.partition(), key, null)));
                    }
                }
            } catch (KafkaException e) {
                // What the other topics have is erased all the same.
                failure = e;
            }
        }
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failure = new KafkaException("a record that erases was not taken", e.getCause());
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
