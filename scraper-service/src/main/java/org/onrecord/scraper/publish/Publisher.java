package org.onrecord.scraper.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.OutcomeMetrics;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.Topics;
import org.onrecord.scraper.article.Reading;

/** Puts what became of a request on the topics, and comes back when the broker has it. Thread-safe. */
@ApplicationScoped
public class Publisher {

    /** More than a healthy broker leaves waiting; beyond it, events would only pile up in memory. */
    private static final int MAX_UNACKNOWLEDGED = 512;

    /** With some twenty reasons each, as many time series as a Prometheus takes from one instance without complaint. */
    private static final int HOSTS_BY_NAME = 200;

    private final AtomicInteger unacknowledged = new AtomicInteger();
    private final MutinyEmitter<byte[]> articles;
    private final MutinyEmitter<byte[]> outcomes;
    private final ReadingEncoder encoder;
    private final OutcomeMetrics metrics;
    private final MeterRegistry meters;
    private final HostTags hosts = new HostTags(HOSTS_BY_NAME);

    Publisher(
            @Channel(Topics.ARTICLES) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> articles,
            @Channel(Topics.OUTCOMES) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> outcomes,
            ReadingEncoder encoder,
            OutcomeMetrics metrics,
            MeterRegistry meters) {
        this.articles = articles;
        this.outcomes = outcomes;
        this.encoder = encoder;
        this.metrics = metrics;
        this.meters = meters;
    }

    /**
     * Publishes an article, if there is one, and the outcomes.
     *
     * @param patience how long to wait for the broker
     * @return what was published: the reading itself, or its outcome {@code too-long} if its article fits in no record
     * @throws BrokerAwayException if not all was acknowledged in time; publishing again is safe
     */
    public Reading publish(Reading reading, Duration patience) {
        if (unacknowledged.get() > MAX_UNACKNOWLEDGED) {
            throw new BrokerAwayException(unacknowledged.get() + " events wait for the broker already");
        }
        EncodedReading encoded = encoder.encode(reading);
        List<Uni<Void>> sent = new ArrayList<>();
        encoded.article().ifPresent(event -> sent.add(send(articles, event)));
        encoded.outcomes().forEach(event -> sent.add(send(outcomes, event)));
        try {
            Uni.join().all(sent).andCollectFailures().await().atMost(patience);
        } catch (RuntimeException e) {
            throw new BrokerAwayException(e);
        }
        encoded.reading().outcomes().forEach(this::count);
        return encoded.reading();
    }

    private Uni<Void> send(MutinyEmitter<byte[]> emitter, EncodedEvent event) {
        unacknowledged.incrementAndGet();
        Uni<Void> acknowledged =
                emitter.sendMessage(event.message()).onTermination().invoke(unacknowledged::decrementAndGet);
        // Shared, so that whoever stops waiting for it does not cancel it.
        return acknowledged.memoize().indefinitely();
    }

    private void count(Outcome outcome) {
        metrics.count(outcome);
        meters.counter(
                        "onrecord.host.outcomes",
                        "host",
                        hosts.of(outcome.url()),
                        "reason",
                        WireName.of(outcome.reason()))
                .increment();
    }
}
