package org.onrecord.api.ingest;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import org.onrecord.contracts.Topics;

/** Counts the events that changed nothing: told twice, or overtaken by a later one. Thread-safe. */
@Startup
@ApplicationScoped
class Duplicates {
    private final MeterRegistry meters;

    Duplicates(MeterRegistry meters) {
        this.meters = meters;
        List.of(Topics.ANALYSES, Topics.OUTCOMES).forEach(this::counter);
    }

    void count(String topic) {
        counter(topic).increment();
    }

    private Counter counter(String topic) {
        return meters.counter("onrecord.duplicates", "topic", topic);
    }
}
