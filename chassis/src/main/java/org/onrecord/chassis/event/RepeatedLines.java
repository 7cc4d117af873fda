package org.onrecord.chassis.event;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;

/**
 * Lets through once a minute what the channels say of each record while the broker is away or a topic is missing. Quarkus's own
 * filter by beginnings leaves errors alone. Thread-safe.
 */
@LoggingFilter(name = "repeated-lines")
public final class RepeatedLines implements Filter {
    private static final String CHANNELS = "io.smallrye.reactive.messaging.kafka";
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** When a line of each of these kinds was let through, by {@link System#nanoTime()}. */
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    @Override
    public boolean isLoggable(LogRecord line) {
        String text = line.getMessage();
        if (text == null || !CHANNELS.equals(line.getLoggerName())) {
            return true;
        }
        // "Unable to write", and that the message was therefore not acknowledged.
        return !text.startsWith("SRMSG18206") && !text.startsWith("SRMSG18212") || isTime(text.substring(0, 10));
    }

    private boolean isTime(String kind) {
        long now = System.nanoTime();
        boolean[] isTime = {false};
        told.compute(kind, (same, before) -> {
            isTime[0] = before == null || now - before > EVERY.toNanos();
            return isTime[0] ? Long.valueOf(now) : before;
        });
        return isTime[0];
    }
}
