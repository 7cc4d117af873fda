package org.onrecord.chassis.event.deadletter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import org.onrecord.chassis.event.BriefText;

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
    public CompletionStage<Void> take(Message<byte[]> message, Throwable cause) {
        String topic = "";
        String origin = "";
        var record = message.getMetadata(IncomingKafkaRecordMetadata.class);
        if (record.isPresent()) {
            topic = record.get().getTopic();
            origin = " partition=" + record.get().getPartition() + " offset="
                    + record.get().getOffset();
        }
        counter(topic).increment();
        LOG.warnf("dead letter, topic=%s%s cause=%s", topic, origin, BriefText.of(cause.toString()));
        LOG.debug("dead letter", cause);
        return message.nack(cause);
    }

    private Counter counter(String topic) {
        return meters.counter("onrecord.dead.letters", "topic", topic);
    }
}
