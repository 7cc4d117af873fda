package org.onrecord.api.ingest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import org.onrecord.contracts.Topics;

/** Puts aside what cannot be stored: the channel sends it to its dead-letter topic with the cause in the headers. */
@Startup
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MeterRegistry meters;

    DeadLetters(MeterRegistry meters) {
        this.meters = meters;
        // From nought on: of a counter that begins at one, Prometheus sees no increase.
        List.of(Topics.ANALYSES, Topics.OUTCOMES).forEach(this::counter);
    }

    private Counter counter(String topic) {
        return meters.counter("onrecord.dead.letters", "topic", topic);
    }

    /** Neither acknowledges a record nor puts it aside: it is delivered again. */
    static CompletionStage<Void> leave() {
        return new CompletableFuture<>();
    }

    CompletionStage<Void> take(Message<byte[]> message, RuntimeException cause) {
        String topic = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getTopic())
                .orElse("");
        counter(topic).increment();
        LOG.warnf(cause, "dead letter, topic=%s", topic);
        return message.nack(cause);
    }
}
