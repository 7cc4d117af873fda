package org.onrecord.nlp.analysis;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Speaker;

/** Counts what was read: time, quotes per article, and how often the speaker is left open. */
@ApplicationScoped
public class AnalysisMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary quotesPerArticle;
    private final Counter leftOut;

    AnalysisMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.quotesPerArticle = DistributionSummary.builder("onrecord.analysis.quotes")
                .description("Quotes per article")
                .publishPercentileHistogram(false)
                .register(registry);
        this.leftOut = Counter.builder("onrecord.analysis.left-out")
                .description("Sentences, entities, mentions and quotes beyond what an analysis can hold")
                .register(registry);
    }

    void analysed(Annotations annotations, Duration time) {
        time(annotations.readable() ? "analysed" : "unsupported-language", time);
        if (annotations.readable()) {
            quotesPerArticle.record(annotations.quotes().size());
            annotations.quotes().forEach(this::count);
            leftOut.increment(annotations.leftOut());
        }
    }

    void failed(AnalysisFailedException failure, Duration time) {
        time(failure instanceof AnalysisTimedOutException ? "timed-out" : "failed", time);
    }

    private void time(String outcome, Duration time) {
        registry.timer("onrecord.analysis", "outcome", outcome).record(time);
    }

    private void count(Quote quote) {
        registry.counter("onrecord.quotes", "kind", wire(quote.kind()), "speaker", knowledge(quote.speaker()))
                .increment();
    }

    private static String knowledge(Speaker speaker) {
        if (speaker == null) {
            return "abstained";
        }
        return speaker.entityId() == null ? "unnamed" : "named";
    }

    private static String wire(QuoteKind kind) {
        return switch (kind) {
            case DIRECT -> "direct";
            case MIXED -> "mixed";
            case INDIRECT -> "indirect";
        };
    }
}
