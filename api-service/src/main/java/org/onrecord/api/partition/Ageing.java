package org.onrecord.api.partition;

import java.time.Instant;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

/** A table whose rows age, partitioned by a time of theirs. */
public interface Ageing {

    /** How it is partitioned. */
    Partitioning partitioning();

    /**
     * What is dropped: rows of before.
     *
     * @param now by the database's clock
     * @return empty where all are kept
     */
    Optional<Instant> keptFrom(Instant now);

    /**
     * Called in the transaction that forgets rows, before they are gone.
     *
     * @param partition the name of the table that has them
     * @param before the rows of earlier times in it are forgotten
     */
    void forgetting(Handle handle, String partition, Instant before);
}
