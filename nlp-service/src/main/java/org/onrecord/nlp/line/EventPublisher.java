package org.onrecord.nlp.line;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.errors.RetriableException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.Topics;

/** Publishes events and returns when the broker has them; while it is away, waits for it. Thread-safe. */
@ApplicationScoped
class EventPublisher {
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final URI SOURCE = URI.create("nlp-service");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ObjectMapper json;
    private final MutinyEmitter<byte[]> analyses;
    private final MutinyEmitter<byte[]> outcomes;

    EventPublisher(
            ObjectMapper json,
            @Channel("analyses") MutinyEmitter<byte[]> analyses,
            @Channel("outcomes") MutinyEmitter<byte[]> outcomes) {
        this.json = json;
        this.analyses = analyses;
        this.outcomes = outcomes;
    }

    /** Publishes an analysis; the same article read by the same analyser is the same event. */
    void publish(Analysis analysis) {
        String articleId = analysis.article().articleId().toString();
        String id = articleId + "/" + analysis.article().version() + "/" + analysis.analyser();
        byte[] value = bytes(analysis);
        send(analyses, () -> message(value, articleId, Topics.ANALYSIS_TYPE, id));
    }

    void publish(Outcome outcome) {
        String key = outcome.url() == null ? outcome.requestId().toString() : outcome.url();
        byte[] value = bytes(outcome);
        send(
                outcomes,
                () -> message(
                        value, key, Topics.OUTCOME_TYPE, outcome.outcomeId().toString()));
    }

    private byte[] bytes(Object event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message<byte[]> message(byte[] value, String key, String type, String id) {
        return Message.of(
                value,
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .build(),
                        OutgoingCloudEventMetadata.builder()
                                .withId(id)
                                .withSource(SOURCE)
                                .withType(type)
                                .withDataContentType("application/json")
                                .build()));
    }

    private static void send(MutinyEmitter<byte[]> channel, Supplier<Message<byte[]>> message) {
        Duration pause = FIRST_PAUSE;
        while (!sent(channel, message.get())) {
            LOG.warnf("The broker is away; next attempt in %s", pause);
            waitFor(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean sent(MutinyEmitter<byte[]> channel, Message<byte[]> message) {
        try {
            channel.sendMessageAndAwait(message);
            return true;
        } catch (RuntimeException e) {
            if (e instanceof RetriableException || e.getCause() instanceof RetriableException) {
                return false;
            }
            throw e;
        }
    }

    private static void waitFor(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stops before the event was published", e);
        }
    }
}
