package org.onrecord.chassis.backing;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.onrecord.chassis.ToldLines;

import static org.assertj.core.api.Assertions.assertThat;

/** What is away is told when it goes, once a minute, and when it is back. */
class BackingWatchTest {
    private static final Logger LOG = Logger.getLogger("org.onrecord.backing");

    private final ToldLines told = new ToldLines();
    private final MovedClock clock = new MovedClock();
    private final Database database = new Database();
    private final BackingWatch watch = new BackingWatch(database, clock);

    @BeforeEach
    void listen() {
        LOG.addHandler(told);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(told);
    }

    @Test
    void whatIsThereFromTheBeginningIsNotSpokenOf() throws InterruptedException {
        watch.ask();
        watch.ask();

        assertThat(watch.isUp()).isTrue();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void oneSlowAnswerIsNoOutage() throws InterruptedException {
        watch.ask();
        database.fault = "no answer within 2 s";
        clock.now = clock.now.plusSeconds(3);
        watch.ask();

        assertThat(watch.isUp()).isTrue();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void whatIsAwayIsToldOnceOnceAMinuteAndWhenItIsBack() throws InterruptedException {
        database.fault = "Connection refused";
        for (int second = 0; second < 140; second++) {
            watch.ask();
            clock.now = clock.now.plusSeconds(1);
        }
        database.fault = null;
        watch.ask();

        assertThat(told.lines())
                .containsExactly(
                        "waiting for the database, taking no events until then, address=db.example:5432/onrecord"
                                + " cause=Connection refused",
                        "still waiting for the database after 1 min, address=db.example:5432/onrecord cause=Connection refused",
                        "still waiting for the database after 2 min, address=db.example:5432/onrecord cause=Connection refused",
                        "database available after 2 min, address=db.example:5432/onrecord");
    }

    @Test
    void theCauseIsTheFirstLineOfTheInnermostFault() {
        assertThat(BackingWatch.cause(new IllegalStateException(
                        "cannot connect", new IOException("FATAL: role \"nobody\" does not exist\n  Location: …"))))
                .isEqualTo("FATAL: role \"nobody\" does not exist");
    }

    private static final class Database implements BackingService {
        private String fault;

        @Override
        public String name() {
            return "database";
        }

        @Override
        public String address() {
            return "db.example:5432/onrecord";
        }

        @Override
        public void check() throws IOException {
            if (fault != null) {
                throw new IOException(fault);
            }
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-27T12:00:00Z");

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
    }
}
