package org.onrecord.api.ingest;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.MDC;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import org.onrecord.api.ingest.AnalysisStore.Stored;
import org.onrecord.api.takedown.Takedowns;
import org.onrecord.chassis.event.ArticleKey;
import org.onrecord.chassis.event.EventTypes;
import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.event.StoppingException;
import org.onrecord.chassis.event.UnreadableEventException;
import org.onrecord.chassis.event.deadletter.DeadLetters;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Topics;
import org.onrecord.database.Schema;

/**
 * Takes analyses from their topic. A record is acknowledged when its rows are committed and the broker has the outcome
 * {@code stored}.
 */
@Startup
@ApplicationScoped
class AnalysisInbox {
    /** In every line that is logged meanwhile, beside the ids of the trace. */
    private static final String ARTICLE_ID = "articleId";

    private final Schema schema;
    private final StorableEvents events;
    private final AnalysisStore store;
    private final Takedowns takedowns;
    private final QuoteNews news;
    private final StoreOutcomes outcomes;
    private final Duplicates duplicates;
    private final DeadLetters deadLetters;
    private final IngestMetrics metrics;
    private final Patience patience;

    AnalysisInbox(
            Schema schema,
            StorableEvents events,
            AnalysisStore store,
            Takedowns takedowns,
            QuoteNews news,
            StoreOutcomes outcomes,
            Duplicates duplicates,
            DeadLetters deadLetters,
            IngestMetrics metrics,
            Patience patience) {
        this.patience = patience;
        this.schema = schema;
        this.events = events;
        this.store = store;
        this.takedowns = takedowns;
        this.news = news;
        this.outcomes = outcomes;
        this.duplicates = duplicates;
        this.deadLetters = deadLetters;
        deadLetters.expectFrom(Topics.ANALYSES);
        this.metrics = metrics;
    }

    /** Several at a time: the order does not matter, and two of one article wait for each other in the database. */
    @Incoming("analyses")
    @Blocking(value = "ingest", ordered = false)
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            schema.await();
            if (message.getPayload() == null) {
                takeDownAgain(message);
            } else {
                store(message);
            }
            return message.ack();
        } catch (StoppingException e) {
            return DeadLetters.leave();
        } catch (RuntimeException | Error e) {
            return deadLetters.take(message, e);
        }
    }

    /** A record without a value erases what has its key. */
    private void takeDownAgain(Message<byte[]> message) {
        boolean news = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .flatMap(record -> ArticleKey.articleId((byte[]) record.getKey()))
                .map(articleId -> patience.get(
                        "taking article " + articleId + " down again", () -> takedowns.takeAgain(articleId)))
                .orElse(false);
        if (!news) {
            duplicates.count(Topics.ANALYSES);
        }
    }

    private void store(Message<byte[]> message) {
        Analysis analysis;
        Stored stored;
        try {
            EventTypes.require(message, Topics.ANALYSIS_TYPE);
            analysis = events.analysis(message.getPayload());
            MDC.put(ARTICLE_ID, analysis.article().articleId());
            stored = patience.get(
                    "storing article " + analysis.article().articleId(),
                    () -> metrics.timed(() -> store.store(analysis)));
        } catch (StoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            events.subject(message.getPayload())
                    .ifPresent(subject -> outcomes.publish(subject, OutcomeReason.FAILED, failure(e)));
            throw e;
        } finally {
            MDC.remove(ARTICLE_ID);
        }
        Subject subject = Subject.of(analysis.article());
        switch (stored) {
            case NEW -> metrics.queryable(analysis, Instant.now());
            case KNOWN -> duplicates.count(Topics.ANALYSES);
            case TAKEN_DOWN -> {
                outcomes.publish(subject, OutcomeReason.TAKEN_DOWN, "taken down; it is not stored again");
                return;
            }
        }
        news.spread();
        outcomes.publish(subject, OutcomeReason.STORED, analysis.quotes().size() + " quotes");
    }

    private static String failure(RuntimeException cause) {
        String where = "it is on the dead-letter topic";
        return cause instanceof UnreadableEventException ? cause.getMessage() + "; " + where : where;
    }
}
