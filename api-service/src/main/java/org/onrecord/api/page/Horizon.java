package org.onrecord.api.page;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.ReadReplica;
import org.onrecord.api.database.Replicated;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Up to when all that was changed is to be seen. A row is dated when it is written and seen when its transaction is committed: one
 * that is dated earlier may be seen later. So what was changed since the oldest writing transaction began is not told of yet, and
 * whoever goes on behind the last that was told misses nothing. Thread-safe.
 */
@ApplicationScoped
public class Horizon {

    /** Of other users' transactions the database tells nothing; nobody else writes here. */
    private static final String OLDEST_WRITER = """
            SELECT least(clock_timestamp(), min(xact_start)) AS horizon FROM pg_stat_activity
            WHERE datname = current_database() AND backend_xid IS NOT NULL
            """;

    private final Database database;
    private final ReadReplica replica;

    Horizon(Database database, @Replicated ReadReplica replica) {
        this.database = database;
        this.replica = replica;
    }

    /** To be asked for before the rows are, which the primary has to be asked for too: a standby may lack some of them. */
    public Instant now() {
        replica.stayAtPrimary();
        return database.first(new Sql().add(OLDEST_WRITER), row -> row.getColumn("horizon", Instant.class))
                .orElseThrow();
    }
}
