package org.onrecord.api.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

import org.onrecord.contracts.Analysis;

/** How long storing takes, and how old news is when it can be asked for. Thread-safe. */
@Startup
@ApplicationScoped
class IngestMetrics {

    private static final Duration[] STEPS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final Timer storing;
    private final Timer sinceFetched;
    private final Timer sincePublished;

    IngestMetrics(MeterRegistry meters) {
        storing = Timer.builder("onrecord.ingest")
                .description("Storing one analysis")
                .register(meters);
        sinceFetched = delay(meters, "fetched");
        sincePublished = delay(meters, "published");
    }

    private static Timer delay(MeterRegistry meters, String since) {
        return Timer.builder("onrecord.ingest.delay")
                .description("Time until an article and its quotes can be asked for")
                .tag("since", since)
                .serviceLevelObjectives(STEPS)
                .maximumExpectedValue(STEPS[STEPS.length - 1])
                .register(meters);
    }

    <T> T timed(Supplier<T> work) {
        return storing.record(work);
    }

    /** Takes note that an analysis can be asked for from now on; a page that was published after now tells nothing. */
    void queryable(Analysis analysis, Instant now) {
        record(sinceFetched, analysis.article().fetchedAt(), now);
        record(sincePublished, analysis.article().publishedAt(), now);
    }

    private static void record(Timer delay, Instant since, Instant now) {
        if (since != null && !since.isAfter(now)) {
            delay.record(Duration.between(since, now));
        }
    }
}
