package org.onrecord.api.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Takes keys that stand in addresses, as those of feeds do, and a provider's codes out of what traces tell of them. Thread-safe.
 */
@ApplicationScoped
class KeyOutOfTraces implements SpanProcessor {

    /** By the names of OpenTelemetry's conventions of today and of before. */
    private static final List<AttributeKey<String>> ADDRESSES = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("http.target"),
            AttributeKey.stringKey("http.url"));

    private static final String KEY = "onr_";

    /** RFC 6749, section 4.1.2. */
    private static final Pattern CODE = Pattern.compile("(^|[?&])code=");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> address : ADDRESSES) {
            String said = span.getAttribute(address);
            if (said != null && mayHoldSecret(said)) {
                span.setAttribute(address, said.substring(0, said.indexOf('?') + 1) + "…");
            }
        }
    }

    /** However it is escaped, and wherever somebody put it. */
    private static boolean mayHoldSecret(String address) {
        try {
            String plain = URLDecoder.decode(address, StandardCharsets.UTF_8);
            return plain.contains(KEY) || CODE.matcher(plain).find();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // What it has by then was there at its start.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
