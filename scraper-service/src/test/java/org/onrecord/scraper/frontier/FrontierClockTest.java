package org.onrecord.scraper.frontier;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import org.onrecord.database.DataAccess;
import org.onrecord.scraper.database.InTurn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.frontier.Frontier.Standing.WELL;

/** What a clock that was ahead did to a frontier is mended when it is put right. */
class FrontierClockTest extends FrontierDatabase {
    @Test
    void whatAClockPutOffThatWasAheadIsBroughtNearerWhenItIsSetBack() throws SQLException {
        Instant begin = Instant.parse("2026-11-27T12:00:00Z");
        AtomicReference<Instant> databaseTime = new AtomicReference<>(begin);
        AtomicLong passed = new AtomicLong();
        Frontier watched = new Frontier(DataAccess.over(database), new InTurn(DataAccess.over(database))) {
            @Override
            Instant now() {
                return databaseTime.get();
            }
        };
        FrontierClock clock = new FrontierClock(watched, new Settings(), Duration.ofSeconds(30), new Clock() {
            @Override
            public Instant instant() {
                return begin.plusSeconds(passed.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        clock.look();
        for (String host : List.of("asked.example", "fresh.example", "leased.example", "troubled.example")) {
            frontier.add(new NewRequest(id(host + "/1"), "https://" + host + "/1"));
        }
        for (HostLease lease : frontier.lease(WELL, 10, Duration.ofSeconds(20))) {
            switch (lease.host()) {
                case "asked.example", "troubled.example" -> {
                    frontier.putOff(frontier.next(lease).orElseThrow(), NONE, 0);
                    frontier.release(lease, Duration.ofSeconds(1), lease.host().startsWith("t") ? 1 : 0);
                }
                case "fresh.example" -> frontier.release(lease, NONE, 0);
                default -> assertThat(lease.host()).isEqualTo("leased.example");
            }
        }
        // As if all of that had been written by a clock that is an hour ahead.
        execute(
                "UPDATE fetch_request SET due_at = due_at + interval '1 hour', queued_at = queued_at + interval '1 hour'");
        execute("UPDATE host SET next_allowed_at = next_allowed_at + interval '1 hour',"
                + " leased_until = leased_until + interval '1 hour', ready_at = ready_at + interval '1 hour'");

        passed.set(10);
        databaseTime.set(begin.plusSeconds(10).plus(Duration.ofHours(1)));
        clock.look();
        assertThat(frontier.lease(WELL, 10, TERM)).isEmpty();

        passed.set(20);
        databaseTime.set(begin.plusSeconds(20));
        clock.look();

        assertThat(
                        text(
                                "SELECT string_agg(name, ' ' ORDER BY name) FROM host WHERE ready_at <= now() + interval '30 s'"))
                .isEqualTo("asked.example fresh.example leased.example");
        assertThat(text("SELECT ready_at <= now() + interval '10 min' FROM host WHERE name = 'troubled.example'"))
                .isEqualTo("t");
        assertThat(text("SELECT count(*) FROM fetch_request WHERE due_at > now()"))
                .isEqualTo("0");
        assertThat(text("SELECT leased_until <= now() + interval '20 s' FROM host WHERE lease IS NOT NULL"))
                .isEqualTo("t");
    }

    @Test
    void whatIsPutOffForLongStaysPutOffWhenTheClockIsLookedAt() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.putOff(frontier.next(lease).orElseThrow(), Duration.ofHours(6), 1);
        frontier.release(lease, NONE, 1);

        assertThat(frontier.bringNearer(TERM, Duration.ofSeconds(30), Duration.ofMinutes(10)))
                .isZero();
        assertThat(text("SELECT min(ready_at) > now() + interval '5 hours' FROM host"))
                .isEqualTo("t");
    }

    private record Settings() implements FrontierSettings {
        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(20);
        }

        @Override
        public Duration hostBackOff() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration maxHostBackOff() {
            return Duration.ofMinutes(10);
        }
    }
}
