package org.onrecord.api.database;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowViewMapper;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Asks the standby, if there is one, what need not see the very last that was stored (docs/decisions/0028). A request is answered by
 * one of the two: by the primary from the first question on that the standby does not or must not answer. Thread-safe.
 */
@Singleton
@Replicated
public class ReadReplica extends Database {

    private final Optional<Standby> standby;
    private final RequestChoice choice;

    @Inject
    ReadReplica(Jdbi primary, Optional<Standby> standby, RequestChoice choice) {
        super(primary);
        this.standby = standby;
        this.choice = choice;
    }

    /** Has the rest of this request answered by the primary. */
    public void stayAtPrimary() {
        if (standby.isPresent()) {
            choice.stayAtPrimary();
        }
    }

    /** Has nobody see anything from before what this instance has just changed. */
    void changed() {
        standby.ifPresent(Standby::needAllOfNow);
    }

    @Override
    public <T> List<T> list(Sql sql, RowViewMapper<T> reader) {
        return asked(() -> standby.orElseThrow().database().list(sql, reader), () -> super.list(sql, reader));
    }

    /** What the standby does not have may be at the primary already: whoever was told an id finds what has it. */
    @Override
    public <T> Optional<T> first(Sql sql, RowViewMapper<T> reader) {
        Optional<T> found = super.first(sql, reader);
        if (found.isPresent() || !isStandbys()) {
            return found;
        }
        choice.stayAtPrimary();
        return super.list(sql, reader).stream().findFirst();
    }

    @Override
    public void each(Sql sql, RowConsumer consumer) throws IOException {
        if (!isStandbys()) {
            super.each(sql, consumer);
            return;
        }
        AtomicBoolean begun = new AtomicBoolean();
        try {
            standby.orElseThrow().database().each(sql, row -> {
                begun.set(true);
                consumer.take(row);
            });
        } catch (JdbiException e) {
            // What was written cannot be taken back: whoever reads it goes on from there.
            if (begun.get()) {
                throw e;
            }
            goOnAtPrimary(e);
            super.each(sql, consumer);
        }
    }

    private <T> T asked(Supplier<T> ofStandby, Supplier<T> ofPrimary) {
        if (!isStandbys()) {
            return ofPrimary.get();
        }
        try {
            return ofStandby.get();
        } catch (JdbiException e) {
            goOnAtPrimary(e);
            return ofPrimary.get();
        }
    }

    private boolean isStandbys() {
        return standby.isPresent() && choice.isStandbys(standby.get());
    }

    /**
     * A question that is too slow is so there too. Anything else may be the standby's alone: it cancels what is in the way of its log
     * (SQLSTATE 40001), and may not have a column yet.
     */
    private void goOnAtPrimary(JdbiException failure) {
        switch (DatabaseTrouble.of(failure)) {
            case TOO_SLOW, BAD_DATA -> throw failure;
            case AWAY -> standby.orElseThrow().failed();
            case READ_ONLY, PASSING, OTHER -> {}
        }
        choice.stayAtPrimary();
    }
}
