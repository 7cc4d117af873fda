package org.onrecord.api.ingest;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts the events that changed nothing: told twice, or overtaken by a later one. Thread-safe. */
@ApplicationScoped
class Duplicates {
    private final MeterRegistry meters;

    Duplicates(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String topic) {
        meters.counter("onrecord.duplicates", "topic", topic).increment();
    }
}
