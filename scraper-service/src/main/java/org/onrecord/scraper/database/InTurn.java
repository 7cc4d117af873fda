package org.onrecord.scraper.database;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import org.onrecord.database.Turns;

/**
 * The database for work of which thousands may want some at the same time: they wait here for their turns, as long as it
 * takes, and not for the pool's connections, which are for others too and whose waiting has a limit. Not to be nested.
 * Thread-safe.
 */
@ApplicationScoped
public class InTurn {

    /** Fewer than the pool has connections: some are for those that lease hosts, renew leases and take requests in. */
    private static final int AT_ONCE = 8;

    private final Jdbi jdbi;
    private final Turns turns = Turns.of(AT_ONCE);

    public InTurn(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws JdbiException if the database did not do it */
    public <T> T withHandle(HandleCallback<T, RuntimeException> work) {
        return turns.take(() -> jdbi.withHandle(work));
    }

    /** @throws JdbiException if the database did not do it; nothing is changed then */
    public <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return turns.take(() -> jdbi.inTransaction(work));
    }
}
