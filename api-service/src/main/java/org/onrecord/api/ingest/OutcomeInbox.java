package org.onrecord.api.ingest;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;

import org.onrecord.chassis.event.EventTypes;
import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.event.StoppingException;
import org.onrecord.chassis.event.deadletter.DeadLetters;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.Topics;
import org.onrecord.database.Schema;

/** Takes outcomes from their topic. A record is acknowledged when its row is committed. */
@Startup
@ApplicationScoped
class OutcomeInbox {
    private final Schema schema;
    private final StorableEvents events;
    private final OutcomeStore store;
    private final Duplicates duplicates;
    private final DeadLetters deadLetters;
    private final Patience patience;

    OutcomeInbox(
            Schema schema,
            StorableEvents events,
            OutcomeStore store,
            Duplicates duplicates,
            DeadLetters deadLetters,
            Patience patience) {
        this.patience = patience;
        this.schema = schema;
        this.events = events;
        this.store = store;
        this.duplicates = duplicates;
        this.deadLetters = deadLetters;
        deadLetters.expectFrom(Topics.OUTCOMES);
    }

    @Incoming("outcomes")
    @Blocking(value = "ingest", ordered = false)
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            schema.await();
            EventTypes.require(message, Topics.OUTCOME_TYPE);
            Outcome outcome = events.outcome(message.getPayload());
            if (!patience.get("storing outcome " + outcome.outcomeId(), () -> store.store(outcome))) {
                duplicates.count(Topics.OUTCOMES);
            }
            return message.ack();
        } catch (StoppingException e) {
            return DeadLetters.leave();
        } catch (RuntimeException | Error e) {
            return deadLetters.take(message, e);
        }
    }
}
