package org.onrecord.chassis.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Bytes of the request bodies that are taken at a time, of which one key has at most half. Thread-safe. */
final class BodyShares {

    private final long all;
    private final Map<Object, Long> ofHolders = new HashMap<>();
    private long taken;

    /** @param all bytes that bodies may take together */
    BodyShares(long all) {
        this.all = all;
    }

    /**
     * Takes the bytes of a body, all or none.
     *
     * @param holder whose request it is; empty where nobody needs a key: then there is no share
     * @param bytes that it is going to have at most
     * @return whether there was room
     */
    synchronized boolean take(Optional<Object> holder, long bytes) {
        long own = holder.map(id -> ofHolders.getOrDefault(id, 0L)).orElse(0L);
        // One body is taken of everybody, however large it is.
        if (taken + bytes > all || own > 0 && own + bytes > all / 2) {
            return false;
        }
        taken += bytes;
        holder.ifPresent(id -> ofHolders.merge(id, bytes, Long::sum));
        return true;
    }

    /** Gives back what was taken. */
    synchronized void giveBack(Optional<Object> holder, long bytes) {
        taken -= bytes;
        holder.ifPresent(id -> ofHolders.computeIfPresent(id, (same, held) -> held == bytes ? null : held - bytes));
    }
}
