package org.onrecord.api.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

import org.onrecord.api.partition.Ageing;
import org.onrecord.api.partition.Partitioning;

/**
 * The months of the outcomes. As many are kept as is set, or all; with the outcomes the requests of that time go, since without them
 * they would be taken for pending.
 */
@ApplicationScoped
class OutcomeMonths implements Ageing {

    private static final int MONTHS_AHEAD = 3;

    private static final Partitioning BY_MONTH =
            new Partitioning("outcome_by_month", "outcome", "at", "outcome_id", ChronoUnit.MONTHS, MONTHS_AHEAD);

    private final OptionalInt kept;

    OutcomeMonths(@ConfigProperty(name = "onrecord.outcomes.months") OptionalInt kept) {
        this.kept = kept;
    }

    @Override
    public Partitioning partitioning() {
        return BY_MONTH;
    }

    @Override
    public Optional<Instant> keptFrom(Instant now) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(BY_MONTH.later(BY_MONTH.start(now), -kept.getAsInt()));
    }

    @Override
    public void forgetting(Handle handle, String partition, Instant before) {
        handle.execute("DELETE FROM request WHERE requested_at < ?", before);
    }
}
