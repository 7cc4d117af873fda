package org.onrecord.scraper.frontier;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jdbi.v3.core.JdbiException;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.event.EventReader;
import org.onrecord.chassis.event.EventTypes;
import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.event.StoppingException;
import org.onrecord.chassis.event.UnreadableEventException;
import org.onrecord.chassis.event.deadletter.DeadLetters;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Topics;

/**
 * Takes fetch requests from their topic into the frontier. A request is acknowledged once the database has it; what is no
 * request goes to the dead-letter topic, and the next is taken.
 */
@Startup
@ApplicationScoped
class FetchRequestInbox {
    private final EventReader events;
    private final Frontier frontier;
    private final FrontierWorkers workers;
    private final DeadLetters deadLetters;
    private final Patience patience;

    FetchRequestInbox(
            ObjectMapper json, Frontier frontier, FrontierWorkers workers, DeadLetters deadLetters, Patience patience) {
        this.patience = patience;
        this.events = new EventReader(json);
        this.frontier = frontier;
        this.workers = workers;
        this.deadLetters = deadLetters;
        deadLetters.expectFrom(Topics.FETCH_REQUESTS);
    }

    @Incoming(Topics.FETCH_REQUESTS)
    @Blocking(ordered = false)
    @RunOnVirtualThread
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            EventTypes.require(message, Topics.FETCH_REQUEST_TYPE);
            FetchRequest request = events.fetchRequest(message.getPayload());
            if (request.url().length() > FetchRequest.MAX_URL_LENGTH) {
                throw new UnreadableEventException("a URL of " + request.url().length() + " characters, at most "
                        + FetchRequest.MAX_URL_LENGTH + " are taken");
            }
            add(new NewRequest(request.requestId(), request.url(), FetchTraces.of(headers(message))));
            workers.wake();
            return message.ack();
        } catch (StoppingException e) {
            return DeadLetters.leave();
        } catch (RuntimeException | Error e) {
            return deadLetters.take(message, e);
        }
    }

    /** Tries until the database is back: its absence is no fault of the request. */
    private void add(NewRequest request) {
        try {
            patience.run("taking request " + request.requestId(), () -> frontier.add(request));
        } catch (JdbiException e) {
            throw DatabaseTrouble.of(e) == DatabaseTrouble.BAD_DATA
                    ? new UnreadableEventException("the URL has characters that no URL has", e)
                    : e;
        }
    }

    private static Headers headers(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getHeaders())
                .orElseGet(RecordHeaders::new);
    }
}
