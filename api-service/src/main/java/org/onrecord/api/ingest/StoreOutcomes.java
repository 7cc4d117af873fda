package org.onrecord.api.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Topics;

/** Publishes what became of an article in the last stage. Thread-safe. */
@ApplicationScoped
class StoreOutcomes {
    private static final URI SOURCE = URI.create("api-service");
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> channel;
    private final ObjectMapper json;
    private final MeterRegistry meters;

    StoreOutcomes(@Channel("stored") MutinyEmitter<byte[]> channel, ObjectMapper json, MeterRegistry meters) {
        this.channel = channel;
        this.json = json;
        this.meters = meters;
    }

    /** Returns when the broker has the outcome. */
    void publish(Subject subject, OutcomeReason reason, String detail) {
        Outcome outcome = outcome(subject, reason, detail);
        byte[] value = bytes(outcome);
        Patience.run(
                "publishing outcome " + outcome.outcomeId(),
                () -> channel.sendMessage(message(outcome, value)).await().atMost(ACKNOWLEDGED_WITHIN));
        meters.counter(
                        "onrecord.outcomes",
                        "stage",
                        "store",
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
    }

    private static Outcome outcome(Subject subject, OutcomeReason reason, String detail) {
        String name = String.join(
                "\n",
                subject.requestId().toString(),
                Stage.STORE.name(),
                reason.name(),
                String.valueOf(subject.articleId()),
                String.valueOf(subject.version()));
        return new Outcome(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                subject.requestId(),
                subject.requestedUrl(),
                subject.articleId(),
                subject.version(),
                Stage.STORE,
                reason,
                detail,
                Instant.now());
    }

    private byte[] bytes(Outcome outcome) {
        try {
            return json.writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outcomes are plain records", e);
        }
    }

    private static Message<byte[]> message(Outcome outcome, byte[] value) {
        String key = outcome.url() == null ? outcome.requestId().toString() : outcome.url();
        return Message.of(
                value,
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .build(),
                        OutgoingCloudEventMetadata.builder()
                                .withId(outcome.outcomeId().toString())
                                .withSource(SOURCE)
                                .withType(Topics.OUTCOME_TYPE)
                                .withDataContentType("application/json")
                                .build()));
    }
}
