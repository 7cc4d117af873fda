package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;

import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Topics;
import org.onrecord.scraper.article.Outcomes;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.publish.BrokerAwayException;
import org.onrecord.scraper.publish.Publisher;

/**
 * Takes fetch requests from their topic. A request is acknowledged once the broker has everything that became of it;
 * what fails by its own fault goes to the dead-letter topic, and the next is taken.
 */
@ApplicationScoped
class FetchRequestInbox {

    private static final Logger LOG = Logger.getLogger(FetchRequestInbox.class);
    private static final int ATTEMPTS = 3;
    /** Longer than the producer tries, so that nothing is published again while it is still on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final FetchRequestReader requests;
    private final PageFetcher pages;
    private final Publisher publisher;

    FetchRequestInbox(FetchRequestReader requests, PageFetcher pages, Publisher publisher) {
        this.requests = requests;
        this.pages = pages;
        this.publisher = publisher;
    }

    @Incoming(Topics.FETCH_REQUESTS)
    @Blocking(ordered = false)
    @RunOnVirtualThread
    void take(ConsumerRecord<byte[], byte[]> record) {
        FetchRequest request = requests.read(record.value());
        try {
            publish(readWithRetries(request));
        } catch (RuntimeException | StackOverflowError e) {
            publish(Reading.ended(Outcomes.of(
                    request.requestId(),
                    Optional.of(request.url()),
                    Stage.EXTRACT,
                    OutcomeReason.FAILED,
                    "a fault of the scraper; the request is on " + Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER,
                    Instant.now())));
            throw e;
        }
    }

    private Reading readWithRetries(FetchRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pages.read(request.requestId(), request.url());
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warnf(e, "reading failed, requestId=%s attempt=%d", request.requestId(), attempt);
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Tries until the broker is back: its absence is no fault of the request. */
    private void publish(Reading reading) {
        while (true) {
            try {
                publisher.publish(reading, PATIENCE);
                return;
            } catch (BrokerAwayException e) {
                LOG.warnf("broker away, requestId=%s", reading.last().requestId());
                pauseOr(e);
            }
        }
    }

    private static void pauseOr(BrokerAwayException away) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
