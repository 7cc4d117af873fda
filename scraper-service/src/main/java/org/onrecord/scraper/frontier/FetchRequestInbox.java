package org.onrecord.scraper.frontier;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;

import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Topics;
import org.onrecord.database.Trouble;

/**
 * Takes fetch requests from their topic into the frontier. A request is acknowledged once the database has it; what is no
 * request goes to the dead-letter topic, and the next is taken.
 */
@Startup
@ApplicationScoped
class FetchRequestInbox {
    private static final Logger LOG = Logger.getLogger(FetchRequestInbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final FetchRequestReader requests;
    private final Frontier frontier;
    private final FrontierWorkers workers;
    private final Counter deadLetters;

    FetchRequestInbox(FetchRequestReader requests, Frontier frontier, FrontierWorkers workers, MeterRegistry meters) {
        this.requests = requests;
        this.frontier = frontier;
        this.workers = workers;
        // From nought on: of a counter that begins at one, Prometheus sees no increase.
        this.deadLetters = meters.counter("onrecord.dead.letters", "topic", Topics.FETCH_REQUESTS);
    }

    @Incoming(Topics.FETCH_REQUESTS)
    @Blocking(ordered = false)
    @RunOnVirtualThread
    void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            FetchRequest request = requests.read(record.value());
            add(new NewRequest(request.requestId(), request.url(), FetchTraces.of(record.headers())));
        } catch (UnreadableRequestException e) {
            deadLetters.increment();
            throw e;
        }
        workers.wake();
    }

    /** Tries until the database is back: its absence is no fault of the request. */
    private void add(NewRequest request) {
        while (true) {
            try {
                frontier.add(request);
                return;
            } catch (JdbiException e) {
                if (Trouble.of(e) == Trouble.BAD_DATA) {
                    throw new UnreadableRequestException("the URL has characters that no URL has", e);
                }
                LOG.warnf("frontier away, requestId=%s: %s", request.requestId(), e.getMessage());
                pauseOr(e);
            }
        }
    }

    private static void pauseOr(JdbiException away) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
