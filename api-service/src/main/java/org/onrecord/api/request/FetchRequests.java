package org.onrecord.api.request;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

import io.smallrye.reactive.messaging.MutinyEmitter;

import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.FetchRequest;

/** Asks the scraper, over the broker, to fetch pages. Thread-safe. */
@ApplicationScoped
class FetchRequests {
    private static final Logger LOG = Logger.getLogger(FetchRequests.class);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> channel;
    private final EventEncoder encoder;

    FetchRequests(@Channel("fetch-requests") MutinyEmitter<byte[]> channel, EventEncoder encoder) {
        this.channel = channel;
        this.encoder = encoder;
    }

    /**
     * Returns when the broker has the request.
     *
     * @param host the record's key, so that the requests of a host stay in order
     * @throws ProblemException if the broker does not take it in time
     */
    void send(FetchRequest request, String host) {
        try {
            channel.sendMessage(encoder.encode(request, host).message()).await().atMost(ACKNOWLEDGED_WITHIN);
        } catch (RuntimeException e) {
            if (!Patience.passes(e)) {
                LOG.errorf(e, "not asked for, requestId=%s", request.requestId());
            }
            throw new ProblemException(ProblemType.BROKER_AWAY, "Send it again later; sending it twice does no harm.");
        }
    }
}
