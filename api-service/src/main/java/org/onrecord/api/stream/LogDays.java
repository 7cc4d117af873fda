package org.onrecord.api.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

import org.onrecord.api.partition.Ageing;
import org.onrecord.api.partition.Partitioning;

/** The days of the log of quotes. It is kept for seven of them and the present one, and remembers up to where it was forgotten. */
@ApplicationScoped
class LogDays implements Ageing {

    private static final int DAYS_AHEAD = 7;
    private static final int REMEMBERED_DAYS = 7;

    private static final Partitioning BY_DAY =
            new Partitioning("quote_log_by_day", "quote_log", "logged_at", "quote_id", ChronoUnit.DAYS, DAYS_AHEAD);

    @Override
    public Partitioning partitioning() {
        return BY_DAY;
    }

    @Override
    public Optional<Instant> keptFrom(Instant now) {
        return Optional.of(BY_DAY.later(BY_DAY.start(now), -REMEMBERED_DAYS));
    }

    @Override
    public void forgetting(Handle handle, String partition, Instant before) {
        handle.execute("""
                UPDATE quote_log_floor f SET xid = last.xid, no = last.no
                FROM (SELECT xid, no FROM %s WHERE logged_at < ? ORDER BY xid DESC, no DESC LIMIT 1) AS last
                WHERE (last.xid, last.no) > (f.xid, f.no)""".formatted(partition), before);
    }
}
