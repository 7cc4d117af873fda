package org.onrecord.api.settling;

import org.jdbi.v3.core.Handle;

/** Of all replicas one at a time settles a kind: the one whose transaction holds its lock. */
public final class SoleSettler {

    private SoleSettler() {}

    /**
     * Takes the lock until the transaction ends, if nobody has it.
     *
     * @param number of the kind; nothing else in the database locks by it
     * @return whether it was free
     */
    public static boolean isFree(Handle handle, long number) {
        return handle.select("SELECT pg_try_advisory_xact_lock(?)", number)
                .mapTo(Boolean.class)
                .one();
    }
}
