package org.onrecord.api.partition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.Schema;

/**
 * Sees every hour that there are partitions for the time to come, and none that is old. One that somebody uses is tried again ten minutes
 * later: whoever waits for a table has all others wait behind, so nobody may be waited for again and again.
 */
@ApplicationScoped
class PartitionUpkeep {

    private static final Logger LOG = Logger.getLogger(PartitionUpkeep.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);
    private static final Duration UNTIL_THERE_ARE_TABLES = Duration.ofSeconds(2);

    private final Partitions partitions;
    private final List<Ageing> all;
    private final Schema schema;
    private final Loops loops;

    PartitionUpkeep(Partitions partitions, @All List<Ageing> all, Schema schema, Loops loops) {
        this.partitions = partitions;
        this.all = all;
        this.schema = schema;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loops.start("partitions", loop -> turn());
    }

    private Duration turn() {
        if (!schema.isCurrent()) {
            return UNTIL_THERE_ARE_TABLES;
        }
        Optional<JdbiException> fault = keep(all, partitions.now());
        fault.ifPresent(cause -> LOG.warnf(
                "partitions not made or dropped, to be tried again in ten minutes, cause=%s",
                String.valueOf(cause.getMessage()).lines().findFirst().orElse("")));
        return fault.isPresent() ? AFTER_A_FAULT : EVERY;
    }

    /**
     * As of a moment; what is to come first, since a table that is in use cannot be dropped. One table does not hold up another.
     *
     * @return the first that failed; empty if all was done
     */
    Optional<JdbiException> keep(List<Ageing> some, Instant now) {
        List<JdbiException> faults = new ArrayList<>();
        for (Ageing ageing : some) {
            attempt(() -> makeAhead(ageing, now)).ifPresent(faults::add);
            attempt(() -> forget(ageing, now)).ifPresent(faults::add);
        }
        return faults.stream().findFirst();
    }

    private static Optional<JdbiException> attempt(Runnable upkeep) {
        try {
            upkeep.run();
            return Optional.empty();
        } catch (JdbiException e) {
            return Optional.of(e);
        }
    }

    private void makeAhead(Ageing ageing, Instant now) {
        Partitions.wanted(ageing.partitioning(), now).forEach(start -> partitions.make(ageing.partitioning(), start));
    }

    private void forget(Ageing ageing, Instant now) {
        ageing.keptFrom(now).ifPresent(before -> {
            partitions.before(ageing.partitioning(), before).forEach(old -> partitions.drop(ageing, old, before));
            partitions.clear(ageing, before);
        });
    }
}
