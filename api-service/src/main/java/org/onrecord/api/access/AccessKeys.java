package org.onrecord.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.RowView;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Finds keys by their secret, and writes down what was done with them. What was found is remembered for some seconds,
 * so that a busy caller does not cost a query each time: a key that is revoked works that long at most. The database is asked
 * for a key once at a time, and for keys that it had before by other threads than for those that may be guesses, so that
 * strangers who send thousands hold up nobody but strangers. Thread-safe.
 */
@ApplicationScoped
class AccessKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_STRANGERS = 256;
    /** Each asks once at a time, so that there is a place for every key that there is likely to be. */
    private static final int MOST_KNOWN = 10_000;

    private final Database database;
    private final Duration patience;
    /** The provider that signs people in. */
    private final Optional<String> issuer;
    /** Only what exists, so that guesses do not fill the memory. */
    private final Map<String, Found> remembered = new ConcurrentHashMap<>();

    private final Cache<String, Boolean> refused = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Map<String, CompletableFuture<Optional<Caller>>> asked = new ConcurrentHashMap<>();
    private final Checkers strangers = new Checkers("stranger", MOST_STRANGERS);
    private final Checkers known = new Checkers("key", MOST_KNOWN);

    AccessKeys(Database database, AccessConfig config) {
        this.database = database;
        this.patience = config.patience();
        this.issuer = config.oidc().clientId().flatMap(client -> config.oidc().issuer());
    }

    @PreDestroy
    void stop() {
        strangers.close();
        known.close();
    }

    /**
     * Finds a key, revoked and expired ones included, and notes that it was used. Does not block.
     *
     * @return fails with a {@link org.jdbi.v3.core.JdbiException} if the database is away, a
     *     {@link java.util.concurrent.TimeoutException} if it is slow, a {@link TooManyWaitException} if too many wait for it
     */
    CompletableFuture<Optional<Caller>> find(KeySecret secret) {
        return find(secret.hash(), hash -> use(hash, "hash = ?"));
    }

    /** The same for the key that a browser was signed in with, or whom the provider signed in. */
    CompletableFuture<Optional<Caller>> find(SessionSecret secret) {
        return find(
                secret.hash(),
                hash -> use(hash, "key_id = (SELECT s.key_id FROM session s WHERE s.hash = ? AND s.expires_at > now())")
                        .or(() -> issuer.flatMap(named -> signedIn(hash, named))));
    }

    /** Asks the database the next time that this session is shown. */
    void forget(SessionSecret secret) {
        remembered.remove(HexFormat.of().formatHex(secret.hash()));
    }

    private CompletableFuture<Optional<Caller>> find(byte[] hash, Function<byte[], Optional<Caller>> look) {
        String name = HexFormat.of().formatHex(hash);
        Found found = remembered.get(name);
        if (found != null && found.until - System.nanoTime() > 0) {
            return CompletableFuture.completedFuture(Optional.of(found.key));
        }
        if (refused.getIfPresent(name) != null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return ask(found == null ? strangers : known, name, () -> look.apply(hash));
    }

    private CompletableFuture<Optional<Caller>> ask(Checkers checkers, String name, Supplier<Optional<Caller>> look) {
        CompletableFuture<Optional<Caller>> answer = new CompletableFuture<>();
        CompletableFuture<Optional<Caller>> first = asked.putIfAbsent(name, answer);
        if (first != null) {
            return first;
        }
        answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((key, failure) -> asked.remove(name, answer));
        checkers.check(() -> answer.isDone() ? null : looked(name, look)).whenComplete((key, failure) -> {
            if (failure == null) {
                answer.complete(key);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private Optional<Caller> looked(String name, Supplier<Optional<Caller>> look) {
        long now = System.nanoTime();
        Optional<Caller> key = look.get();
        key.ifPresentOrElse(kept -> remembered.put(name, new Found(kept, now + REMEMBERED.toNanos())), () -> {
            remembered.remove(name);
            refused.put(name, true);
        });
        return key;
    }

    /** @param which a constant of the code, the condition by which the hash finds its key */
    private Optional<Caller> use(byte[] hash, String which) {
        try {
            return database.first(
                    new Sql()
                            .add("UPDATE access_key SET last_used_at = now() WHERE " + which, hash)
                            .add("RETURNING key_id, name, scope, expires_at, revoked_at"),
                    AccessKeys::key);
        } catch (JdbiException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.READ_ONLY) {
                throw e;
            }
            // It still answers questions, and who asks has to be known for that; when was only worth a note.
            return database.first(
                    new Sql()
                            .add(
                                    "SELECT key_id, name, scope, expires_at, revoked_at FROM access_key WHERE " + which,
                                    hash),
                    AccessKeys::key);
        }
    }

    /** Sessions of a provider at which nobody signs in any more are none. */
    private Optional<Caller> signedIn(byte[] hash, String named) {
        return database.first(
                new Sql()
                        .add(
                                "SELECT subject, scope, expires_at FROM session WHERE hash = ? AND issuer = ? AND expires_at > now()",
                                hash,
                                named),
                row -> TokenClaims.holder(
                        named,
                        row.getColumn("subject", String.class),
                        Scope.of(row.getColumn("scope", String.class)),
                        row.getColumn("expires_at", Instant.class)));
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
