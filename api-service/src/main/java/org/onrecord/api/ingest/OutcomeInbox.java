package org.onrecord.api.ingest;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.annotations.Blocking;

import org.onrecord.contracts.Outcome;

/** Takes outcomes from their topic. A record is acknowledged when its row is committed. */
@ApplicationScoped
class OutcomeInbox {
    private final EventReader events;
    private final OutcomeStore store;
    private final DeadLetters deadLetters;

    OutcomeInbox(EventReader events, OutcomeStore store, DeadLetters deadLetters) {
        this.events = events;
        this.store = store;
        this.deadLetters = deadLetters;
    }

    @Incoming("outcomes")
    @Blocking(value = "ingest", ordered = false)
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            Outcome outcome = events.outcome(message.getPayload());
            Patience.run("storing outcome " + outcome.outcomeId(), () -> store.store(outcome));
            return message.ack();
        } catch (StoppingException e) {
            return DeadLetters.leave();
        } catch (RuntimeException e) {
            return deadLetters.take(message, e);
        }
    }
}
