package org.onrecord.chassis.event;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Puts aside what cannot be taken: the channel sends it to its dead-letter topic with the cause in the headers. Thread-safe. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MeterRegistry meters;

    DeadLetters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a topic's dead letters from nought on: of a counter that begins at one, Prometheus sees no increase. */
    public void expectFrom(String topic) {
        counter(topic);
    }

    /** Neither acknowledges a record nor puts it aside: it is delivered again. */
    public static CompletionStage<Void> leave() {
        return new CompletableFuture<>();
    }

    /** Puts a record aside. */
    public CompletionStage<Void> take(Message<byte[]> message, RuntimeException cause) {
        String topic = "";
        String origin = "";
        Metadata metadata = Metadata.empty();
        var record = message.getMetadata(IncomingKafkaRecordMetadata.class);
        if (record.isPresent()) {
            topic = record.get().getTopic();
            origin = " partition=" + record.get().getPartition() + " offset="
                    + record.get().getOffset();
            if (record.get().getKey() == null) {
                metadata = keyed(topic + origin);
            }
        }
        counter(topic).increment();
        LOG.warnf("dead letter, topic=%s%s cause=%s", topic, origin, cause);
        LOG.debug("dead letter", cause);
        return message.nack(cause, metadata);
    }

    /** A topic that is compacted takes no record without a key. */
    private static Metadata keyed(String key) {
        return Metadata.of(OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(key.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    private Counter counter(String topic) {
        return meters.counter("onrecord.dead.letters", "topic", topic);
    }
}
