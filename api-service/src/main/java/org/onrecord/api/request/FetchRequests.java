package org.onrecord.api.request;

import java.net.URI;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

import org.onrecord.api.problem.Problem;
import org.onrecord.api.problem.ProblemException;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Topics;

/** Asks the scraper, over the broker, to fetch pages. Thread-safe. */
@ApplicationScoped
class FetchRequests {
    private static final Logger LOG = Logger.getLogger(FetchRequests.class);
    private static final URI SOURCE = URI.create("api-service");
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> channel;
    private final ObjectMapper json;

    FetchRequests(@Channel("fetch-requests") MutinyEmitter<byte[]> channel, ObjectMapper json) {
        this.channel = channel;
        this.json = json;
    }

    /**
     * Returns when the broker has the request.
     *
     * @param host the record's key, so that the requests of a host stay in order
     * @throws ProblemException if the broker does not take it in time
     */
    void send(FetchRequest request, String host) {
        Message<byte[]> message = Message.of(
                bytes(request),
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(host)
                                .build(),
                        OutgoingCloudEventMetadata.builder()
                                .withId(request.requestId().toString())
                                .withSource(SOURCE)
                                .withType(Topics.FETCH_REQUEST_TYPE)
                                .withDataContentType("application/json")
                                .build()));
        try {
            channel.sendMessage(message).await().atMost(ACKNOWLEDGED_WITHIN);
        } catch (RuntimeException e) {
            LOG.warnf("broker away, requestId=%s cause=%s", request.requestId(), e);
            throw new ProblemException(
                    Problem.Cause.BROKER_AWAY, "Send it again later; sending it twice does no harm.");
        }
    }

    private byte[] bytes(FetchRequest request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("requests are plain records", e);
        }
    }
}
