package org.onrecord.api.access;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

import static org.assertj.core.api.Assertions.assertThat;

class KeyOutOfTracesTest {

    @ParameterizedTest
    @CsvSource({
        "url.query, q=a&key=onr_secret, …",
        "url.query, %6bey=onr%5Fsecret, …",
        "url.query, q=100%&key=onr_secret, …",
        "http.target, /v1/quotes.atom?key=onr_secret, /v1/quotes.atom?…",
        "url.full, http://host/v1/quotes?key=onr_secret, http://host/v1/quotes?…",
        "url.query, q=a+key, q=a+key",
        "http.route, /v1/quotes.atom, /v1/quotes.atom",
    })
    void noKeyIsToldOf(String attribute, String said, String told) {
        try (SdkTracerProvider traces = SdkTracerProvider.builder()
                .addSpanProcessor(new KeyOutOfTraces())
                .build()) {
            AttributeKey<String> name = AttributeKey.stringKey(attribute);

            ReadableSpan span = (ReadableSpan) traces.get("test")
                    .spanBuilder("GET")
                    .setAttribute(name, said)
                    .startSpan();

            assertThat(span.getAttribute(name)).isEqualTo(told);
        }
    }
}
