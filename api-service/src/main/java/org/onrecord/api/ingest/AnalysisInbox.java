package org.onrecord.api.ingest;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.annotations.Blocking;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.OutcomeReason;

/**
 * Takes analyses from their topic. A record is acknowledged when its rows are committed and the broker has the outcome
 * {@code stored}.
 */
@ApplicationScoped
class AnalysisInbox {
    private final EventReader events;
    private final AnalysisStore store;
    private final StoreOutcomes outcomes;
    private final DeadLetters deadLetters;

    AnalysisInbox(EventReader events, AnalysisStore store, StoreOutcomes outcomes, DeadLetters deadLetters) {
        this.events = events;
        this.store = store;
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
    }

    /** Several at a time: the order does not matter, and two of one article wait for each other in the database. */
    @Incoming("analyses")
    @Blocking(value = "ingest", ordered = false)
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            store(events.analysis(message.getPayload()));
            return message.ack();
        } catch (StoppingException e) {
            return DeadLetters.leave();
        } catch (RuntimeException e) {
            return deadLetters.take(message, e);
        }
    }

    private void store(Analysis analysis) {
        try {
            Patience.run("storing article " + analysis.article().articleId(), () -> store.store(analysis));
        } catch (StoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            outcomes.publish(analysis.article(), OutcomeReason.FAILED, "it is on the dead-letter topic");
            throw e;
        }
        outcomes.publish(
                analysis.article(), OutcomeReason.STORED, analysis.quotes().size() + " quotes");
    }
}
