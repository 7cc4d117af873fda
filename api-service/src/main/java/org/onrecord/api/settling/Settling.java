package org.onrecord.api.settling;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.Schema;

/**
 * Settles what waits as it comes, one kind after the other: while very many articles arrive, what is settled has a part of the
 * machine that does not grow with the kinds. A kind that must not wait for the others is settled beside them. What fails stays waiting and is tried again.
 */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    /** What a new article changes is settled a second after it was stored. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How many times as long as it works it rests, so that storing articles comes first. */
    private static final int REST = 4;

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final List<Settler> inTurns;
    private final List<Settler> beside;
    private final Schema schema;
    private final Loops loops;

    Settling(@All List<Settler> settlers, Schema schema, Loops loops) {
        this.inTurns =
                settlers.stream().filter(settler -> !settler.isBesideOthers()).toList();
        this.beside = settlers.stream().filter(Settler::isBesideOthers).toList();
        this.schema = schema;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loops.start("settling", loop -> settleAll(inTurns, loop));
        beside.forEach(settler -> loops.start("settling " + settler.name(), loop -> settleAll(List.of(settler), loop)));
    }

    private Duration settleAll(List<Settler> settlers, Loop loop) throws InterruptedException {
        if (!schema.isCurrent()) {
            return IDLE;
        }
        boolean more = false;
        for (Settler settler : settlers) {
            if (!loop.isStopping()) {
                more |= settle(settler, loop) == settler.atOnce();
            }
        }
        return more ? Duration.ZERO : IDLE;
    }

    /** One kind that cannot be settled does not hold up the others. */
    private static int settle(Settler settler, Loop loop) throws InterruptedException {
        try {
            long start = System.nanoTime();
            int settled = settler.settle(settler.atOnce());
            loop.rest(Duration.ofNanos(REST * (System.nanoTime() - start)));
            return settled;
        } catch (RuntimeException | Error e) {
            if (!loop.isStopping() && !Patience.passes(e)) {
                LOG.errorf(e, "%s not settled, to be tried again", settler.name());
            }
            loop.rest(AFTER_A_FAULT);
            return 0;
        }
    }
}
