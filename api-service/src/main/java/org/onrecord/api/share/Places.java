package org.onrecord.api.share;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** So many places of one kind, of which a key has no more than its share. Thread-safe. */
public final class Places {

    private final String what;
    private final int atOnce;
    private final int ofOneKey;
    private final ProblemType full;
    private final Map<UUID, Integer> ofKeys = new HashMap<>();
    private int taken;

    /**
     * @param what goes on "may have 2 …" and "8 …", such as "exports under way"
     * @param atOnce places in all
     * @param ofOneKey places of one key
     * @param full what it is called when all are taken
     */
    public Places(String what, int atOnce, int ofOneKey, ProblemType full) {
        this.what = what;
        this.atOnce = atOnce;
        this.ofOneKey = ofOneKey;
        this.full = full;
    }

    /** A place that is taken, until it is closed; closing it again does nothing. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place, or says at once that there is none.
     *
     * @param key empty where nobody needs one: then there is no share
     * @throws ProblemException {@link ProblemType#TOO_MUCH_AT_ONCE} if the key has its share; what it is called if all are taken
     */
    public synchronized Place take(Optional<UUID> key) {
        if (key.isPresent() && ofKeys.getOrDefault(key.get(), 0) >= ofOneKey) {
            throw new ProblemException(
                    ProblemType.TOO_MUCH_AT_ONCE,
                    "A key may have " + ofOneKey + " " + what + " at once, of each instance: end one of yours, or wait"
                            + " until it has ended.");
        }
        if (taken >= atOnce) {
            throw new ProblemException(
                    full, "Ask again when one of them has ended: there may be " + atOnce + " " + what + " at once.");
        }
        taken++;
        key.ifPresent(id -> ofKeys.merge(id, 1, Integer::sum));
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                giveBack(key);
            }
        };
    }

    private synchronized void giveBack(Optional<UUID> key) {
        taken--;
        key.ifPresent(id -> ofKeys.computeIfPresent(id, (same, places) -> places == 1 ? null : places - 1));
    }

    synchronized int taken() {
        return taken;
    }
}
