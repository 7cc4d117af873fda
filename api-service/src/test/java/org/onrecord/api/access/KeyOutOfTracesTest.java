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
        "url.query, code=of-a-provider&state=x, …",
        "http.target, /sign-in/callback?state=x&code=of-a-provider, /sign-in/callback?…",
        "url.query, %63ode=of-a-provider, …",
        "url.query, q=a+key, q=a+key",
        "url.query, q=code, q=code",
        "http.route, /v1/quotes.atom, /v1/quotes.atom",
    })
    void noSecretIsToldOf(String attribute, String said, String told) {
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
