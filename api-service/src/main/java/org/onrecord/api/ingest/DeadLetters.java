package org.onrecord.api.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

/** Puts aside what cannot be stored: the channel sends it to its dead-letter topic with the cause in the headers. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MeterRegistry meters;

    DeadLetters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Neither acknowledges a record nor puts it aside: it is delivered again. */
    static CompletionStage<Void> leave() {
        return new CompletableFuture<>();
    }

    CompletionStage<Void> take(Message<byte[]> message, RuntimeException cause) {
        String topic = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getTopic())
                .orElse("");
        meters.counter("onrecord.dead.letters", "topic", topic).increment();
        LOG.warnf(cause, "dead letter, topic=%s", topic);
        return message.nack(cause);
    }
}
