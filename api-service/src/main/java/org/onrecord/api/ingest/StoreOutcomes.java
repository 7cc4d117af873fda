package org.onrecord.api.ingest;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;

import io.smallrye.reactive.messaging.MutinyEmitter;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.chassis.event.OutcomeMetrics;
import org.onrecord.chassis.event.Outcomes;
import org.onrecord.chassis.event.Patience;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;

/** Publishes what became of an article in the last stage. Thread-safe. */
@ApplicationScoped
class StoreOutcomes {
    /** Longer than the producer tries, so that nothing is published again while it is still on its way. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(90);

    private final MutinyEmitter<byte[]> channel;
    private final EventEncoder encoder;
    private final OutcomeMetrics metrics;
    private final Patience patience;

    StoreOutcomes(
            @Channel("stored") MutinyEmitter<byte[]> channel,
            EventEncoder encoder,
            OutcomeMetrics metrics,
            Patience patience) {
        this.patience = patience;
        this.channel = channel;
        this.encoder = encoder;
        this.metrics = metrics;
    }

    /** Returns when the broker has the outcome. */
    void publish(Subject subject, OutcomeReason reason, String detail) {
        Outcome outcome = Outcomes.of(
                subject.requestId(),
                subject.requestedUrl(),
                subject.articleId(),
                subject.version(),
                Stage.STORE,
                reason,
                detail,
                Instant.now());
        EncodedEvent event = encoder.encode(outcome);
        patience.run(
                "publishing outcome " + outcome.outcomeId(),
                () -> channel.sendMessage(event.message()).await().atMost(ACKNOWLEDGED_WITHIN));
        metrics.count(outcome);
    }
}
