package org.onrecord.chassis.event;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.onrecord.chassis.ToldLines;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for long while everything seems to be there is told once a minute. */
class LongWaitsTest {
    private static final Logger LOG = Logger.getLogger(LongWaits.class.getName());
    private static final Instant BEGIN = Instant.parse("2026-11-27T12:00:00Z");

    private final ToldLines told = new ToldLines();
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
        LOG.addHandler(told);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(told);
    }

    @Test
    void aLineAMinuteAfterHalfAMinute() {
        for (int second = 0; second <= 100; second++) {
            now = BEGIN.plusSeconds(second);
            waits.tell("publishing outcome 7", BEGIN, new IllegalStateException("no such topic"));
        }

        assertThat(told.lines())
                .containsExactly(
                        "publishing outcome 7: not done for 31 s, trying on, cause=java.lang.IllegalStateException: no such topic",
                        "publishing outcome 7: not done for 92 s, trying on, cause=java.lang.IllegalStateException: no such topic");
    }

    @Test
    void whatIsKnownToBeAwayIsToldElsewhere() {
        everythingThere.set(false);
        now = BEGIN.plusSeconds(1000);

        waits.tell("publishing outcome 7", BEGIN, new IllegalStateException("no broker"));

        assertThat(told.lines()).isEmpty();
    }

    @Test
    void whatWaitsIsKnownWhileItIsTried() {
        waits.tell("publishing outcome 7", BEGIN, new IllegalStateException("soon"));
        assertThat(waits.present()).isEmpty();

        now = BEGIN.plusSeconds(40);
        waits.tell("publishing outcome 7", BEGIN, new IllegalStateException("no room\nHint: make some"));
        assertThat(waits.present()).contains("not done for 40 s, trying on: java.lang.IllegalStateException: no room");

        now = now.plusSeconds(31);
        assertThat(waits.present()).isEmpty();
    }
}
