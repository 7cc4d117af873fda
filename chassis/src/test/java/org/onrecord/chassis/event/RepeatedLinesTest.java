package org.onrecord.chassis.event;

import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedLinesTest {
    private static final String CHANNELS = "io.smallrye.reactive.messaging.kafka";

    private final RepeatedLines filter = new RepeatedLines();

    @Test
    void whatIsSaidOfEachRecordIsSaidOnceAMinute() {
        assertThat(isLogged(CHANNELS, "SRMSG18206: Unable to write to Kafka from channel %s"))
                .isTrue();
        assertThat(isLogged(CHANNELS, "SRMSG18206: Unable to write to Kafka from channel %s"))
                .isFalse();
        assertThat(isLogged(CHANNELS, "SRMSG18212: Message %s was not acknowledged"))
                .isTrue();
    }

    @Test
    void everythingElseIsSaidEachTime() {
        for (int time = 0; time < 2; time++) {
            assertThat(isLogged(CHANNELS, "SRMSG18222: Unable to execute")).isTrue();
            assertThat(isLogged("org.onrecord.backing", "SRMSG18206 is only a word here"))
                    .isTrue();
            assertThat(isLogged(CHANNELS, null)).isTrue();
        }
    }

    private boolean isLogged(String logger, String text) {
        LogRecord line = new LogRecord(Level.SEVERE, text);
        line.setLoggerName(logger);
        return filter.isLoggable(line);
    }
}
