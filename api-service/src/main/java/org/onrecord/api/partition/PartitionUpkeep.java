package org.onrecord.api.partition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.Schema;

/** Sees every hour that there are partitions for the time to come, and none that is old. What fails is tried again. */
@ApplicationScoped
class PartitionUpkeep {

    private static final Duration EVERY = Duration.ofHours(1);
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
        keep(all, partitions.now());
        return EVERY;
    }

    /** As of a moment; what is to come first, since a table that is in use cannot be dropped. */
    void keep(List<Ageing> some, Instant now) {
        some.forEach(ageing -> makeAhead(ageing, now));
        some.forEach(ageing -> forget(ageing, now));
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
