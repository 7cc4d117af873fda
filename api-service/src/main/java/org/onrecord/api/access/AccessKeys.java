package org.onrecord.api.access;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Database;
import org.onrecord.api.database.Row;
import org.onrecord.api.database.Sql;

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
     * @throws org.onrecord.api.database.FailedQueryException if the database is away
     */
    Optional<Caller> find(KeySecret secret) {
        byte[] hash = secret.hash();
        String name = HexFormat.of().formatHex(hash);
        Instant now = Instant.now();
        Found found = remembered.get(name);
        if (found != null && now.isBefore(found.until)) {
            return Optional.of(found.key);
        }
        Optional<Caller> key = database.first(new Sql().add("""
                        UPDATE access_key SET last_used_at = now() WHERE hash = ?
                        RETURNING key_id, name, scope, expires_at, revoked_at""", hash), AccessKeys::key);
        // Only what exists is remembered, so that guesses do not fill the memory.
        key.ifPresentOrElse(
                kept -> remembered.put(name, new Found(kept, now.plus(REMEMBERED))), () -> remembered.remove(name));
        return key;
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
        database.first(note.add("RETURNING audit_id"), row -> row.number("audit_id"));
    }

    private static Caller key(Row row) throws SQLException {
        return new Caller(
                row.id("key_id"),
                row.text("name"),
                Scope.of(row.text("scope")),
                row.time("expires_at"),
                row.time("revoked_at"),
                Caller.Proof.KEY);
    }

    private record Found(Caller key, Instant until) {}
}
