package org.onrecord.chassis.event.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;

import org.onrecord.chassis.event.LongWaits;

/**
 * The failure strategy of every channel of events. The connector's own ends the channel when a dead letter cannot be written,
 * such as one that is too large or has headers that mean something to the connector. Channels read bytes.
 */
@ApplicationScoped
@Identifier("dead-letter-topic")
class DeadLetterTopics implements KafkaFailureHandler.Factory {
    /**
     * Before it is compressed: a producer counts that, and a record may unpack to many times its size. What unpacks to more is
     * cut short.
     */
    private static final int LARGEST_BYTES = 24 << 20;

    private final Map<String, Object> settings = new HashMap<>();
    private final LongWaits waits;
    private Producer<byte[], byte[]> producer;

    DeadLetterTopics(@Identifier("default-kafka-broker") Map<String, Object> broker, LongWaits waits) {
        broker.forEach((name, value) -> {
            if (ProducerConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BYTES);
        // The one codec that needs no native library.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "dead-letters");
        this.waits = waits;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        String topic = channel.getDeadLetterQueueTopic()
                .orElseThrow(() -> new IllegalStateException(
                        "mp.messaging.incoming." + channel.getChannel() + ".dead-letter-queue.topic is not set"));
        return new DeadLetterTopic(topic, this::producer, waits);
    }

    /** Made when the first record is put aside. */
    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
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
