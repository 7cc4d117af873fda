package org.onrecord.chassis.event;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for long while everything seems to be there is told once a minute. */
class LongWaitsTest {
    private static final Logger LOG = Logger.getLogger(LongWaits.class.getName());
    private static final Instant BEGIN = Instant.parse("2026-11-27T12:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final PatternFormatter formatter = new PatternFormatter("%m");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final AtomicBoolean everythingThere = new AtomicBoolean(true);
    private Instant now = BEGIN;
    private final LongWaits waits = new LongWaits(everythingThere::get, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void aLineAMinuteAfterHalfAMinute() {
        for (int second = 0; second <= 100; second++) {
            now = BEGIN.plusSeconds(second);
            waits.tell("publishing outcome 7", BEGIN, new IllegalStateException("no such topic"));
        }

        assertThat(told)
                .containsExactly(
                        "publishing outcome 7: not done for 31 s, trying on, cause=java.lang.IllegalStateException: no such topic",
                        "publishing outcome 7: not done for 92 s, trying on, cause=java.lang.IllegalStateException: no such topic");
    }

    @Test
    void whatIsKnownToBeAwayIsToldElsewhere() {
        everythingThere.set(false);
        now = BEGIN.plusSeconds(1000);

        waits.tell("publishing outcome 7", BEGIN, new IllegalStateException("no broker"));

        assertThat(told).isEmpty();
    }
}
