package org.onrecord.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.RowView;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Finds keys by their secret, and writes down what was done with them. What was found is remembered for some seconds,
 * so that a busy caller does not cost a query each time: a key that is revoked works that long at most. Thread-safe.
 */
@ApplicationScoped
class AccessKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Database database;
    private final Map<String, Found> remembered = new ConcurrentHashMap<>();

    AccessKeys(Database database) {
        this.database = database;
    }

    /**
     * Finds a key, revoked and expired ones included, and notes that it was used.
     *
     * @throws org.jdbi.v3.core.JdbiException if the database is away
     */
    Optional<Caller> find(KeySecret secret) {
        byte[] hash = secret.hash();
        String name = HexFormat.of().formatHex(hash);
        long now = System.nanoTime();
        Found found = remembered.get(name);
        if (found != null && found.until - now > 0) {
            return Optional.of(found.key);
        }
        Optional<Caller> key = use(hash);
        // Only what exists is remembered, so that guesses do not fill the memory.
        key.ifPresentOrElse(
                kept -> remembered.put(name, new Found(kept, now + REMEMBERED.toNanos())),
                () -> remembered.remove(name));
        return key;
    }

    private Optional<Caller> use(byte[] hash) {
        try {
            return database.first(new Sql().add("""
                    UPDATE access_key SET last_used_at = now() WHERE hash = ?
                    RETURNING key_id, name, scope, expires_at, revoked_at""", hash), AccessKeys::key);
        } catch (JdbiException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.READ_ONLY) {
                throw e;
            }
            // It still answers questions, and who asks has to be known for that; when was only worth a note.
            return database.first(new Sql().add("""
                    SELECT key_id, name, scope, expires_at, revoked_at FROM access_key WHERE hash = ?""", hash), AccessKeys::key);
        }
    }

    /** Notes a write before it is done, so that none is done without a trace. */
    void audit(Caller caller, String method, String path) {
        Sql note = switch (caller.proof()) {
            case KEY ->
                new Sql().add("INSERT INTO audit (key_id, method, path) VALUES (?, ?, ?)", caller.id(), method, path);
            case TOKEN ->
                new Sql()
                        .add("INSERT INTO audit (subject, method, path) VALUES (?, ?, ?)", caller.name(), method, path);
        };
        database.first(note.add("RETURNING audit_id"), row -> row.getColumn("audit_id", Long.class));
    }

    private static Caller key(RowView row) {
        return new Caller(
                row.getColumn("key_id", UUID.class),
                row.getColumn("name", String.class),
                Scope.of(row.getColumn("scope", String.class)),
                row.getColumn("expires_at", Instant.class),
                row.getColumn("revoked_at", Instant.class),
                Caller.Proof.KEY);
    }

    /** @param until by {@link System#nanoTime()}: a clock put back must not keep a revoked key alive */
    private record Found(Caller key, long until) {}
}
