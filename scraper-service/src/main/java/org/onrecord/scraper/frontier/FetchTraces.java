package org.onrecord.scraper.frontier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Takes a trace over the time that a request waits in the frontier, from the record it came in to what is published. Thread-safe. */
@ApplicationScoped
class FetchTraces {

    private static final String TRACEPARENT = "traceparent";

    /** The longest of version 00 has 55 characters; later ones may be longer. */
    private static final int LONGEST = 256;

    private static final TextMapGetter<String> OF_ONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(String traceparent, String key) {
            return TRACEPARENT.equals(key) ? traceparent : null;
        }
    };

    private final Tracer tracer;

    FetchTraces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("org.onrecord.scraper");
    }

    /** The trace of whoever wrote a record. */
    static Optional<String> of(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(TRACEPARENT))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.US_ASCII))
                .filter(value -> value.length() <= LONGEST && value.chars().allMatch(c -> c > ' ' && c < 0x7f));
    }

    /** Does work as a part of the trace that a request belongs to. */
    <T> T during(QueuedRequest request, Supplier<T> work) {
        Context parent = request.traceparent()
                .map(header -> W3CTraceContextPropagator.getInstance().extract(Context.root(), header, OF_ONE))
                .orElseGet(Context::root);
        Span span = tracer.spanBuilder(request.channel().isPresent() ? "poll" : "fetch and extract")
                .setParent(parent)
                .setSpanKind(SpanKind.INTERNAL)
                .setAttribute("onrecord.request.id", request.requestId().toString())
                .setAttribute("url.full", request.url())
                .startSpan();
        try {
            return parent.with(span).wrapSupplier(work).get();
        } finally {
            span.end();
        }
    }
}
