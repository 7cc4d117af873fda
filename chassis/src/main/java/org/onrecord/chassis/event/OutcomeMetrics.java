package org.onrecord.chassis.event;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import org.onrecord.contracts.Outcome;

/** Counts what became of URLs, by stage and reason. Thread-safe. */
@ApplicationScoped
public class OutcomeMetrics {

    private final MeterRegistry meters;

    OutcomeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts an outcome that the broker has. */
    public void count(Outcome outcome) {
        meters.counter("onrecord.outcomes", "stage", label(outcome.stage()), "reason", label(outcome.reason()))
                .increment();
    }

    /** A constant as it is called in events and in metrics. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
