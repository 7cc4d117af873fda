package org.onrecord.nlp.line;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.chassis.event.Patience;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Outcome;

/** Publishes events and returns when the broker has them; while it is away, waits for it. Thread-safe. */
@ApplicationScoped
class EventPublisher {
    /** Longer than the producer tries, so that nothing is published again while it is still on its way. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(90);

    private final EventEncoder encoder;
    private final MutinyEmitter<byte[]> analyses;
    private final MutinyEmitter<byte[]> outcomes;
    private final Patience patience;

    EventPublisher(
            EventEncoder encoder,
            @Channel("analyses") MutinyEmitter<byte[]> analyses,
            @Channel("outcomes") MutinyEmitter<byte[]> outcomes,
            Patience patience) {
        this.patience = patience;
        this.encoder = encoder;
        this.analyses = analyses;
        this.outcomes = outcomes;
    }

    void publish(Analysis analysis) {
        send(analyses, encoder.encode(analysis));
    }

    void publish(Outcome outcome) {
        send(outcomes, encoder.encode(outcome));
    }

    /** Says that the analyses that have a key were erased. */
    void erase(String key) {
        patience.run(
                "erasing " + key,
                () -> analyses.sendMessage(Message.of(
                                (byte[]) null,
                                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                        .withKey(key)
                                        .build())))
                        .await()
                        .atMost(ACKNOWLEDGED_WITHIN));
    }

    private void send(MutinyEmitter<byte[]> channel, EncodedEvent event) {
        patience.run(
                "publishing " + event.id(),
                () -> channel.sendMessage(event.message()).await().atMost(ACKNOWLEDGED_WITHIN));
    }
}
