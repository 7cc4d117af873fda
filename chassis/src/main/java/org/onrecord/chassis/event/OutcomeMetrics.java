package org.onrecord.chassis.event;

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
        meters.counter(
                        "onrecord.outcomes",
                        "stage",
                        WireName.of(outcome.stage()),
                        "reason",
                        WireName.of(outcome.reason()))
                .increment();
    }
}
