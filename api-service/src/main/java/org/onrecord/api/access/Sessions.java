package org.onrecord.api.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import org.jspecify.annotations.Nullable;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Browsers that somebody signed in, with a key or at the provider. A session ends after twelve hours, with its key or token, or
 * when somebody signs out; what it allows is what its key or token allows. Blocks; thread-safe.
 */
@ApplicationScoped
public class Sessions {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final AccessConfig config;
    private final AccessKeys keys;
    private final Database database;

    Sessions(AccessConfig config, AccessKeys keys, Database database) {
        this.config = config;
        this.keys = keys;
        this.database = database;
    }

    /** Whether one is needed here at all. */
    public boolean areNeeded() {
        return config.mode() == AccessConfig.Mode.KEYS;
    }

    /**
     * Signs a browser in.
     *
     * @param key as it was typed
     * @param secure whether the cookie may travel by TLS alone
     * @return the cookie; empty if there is no such key, or not any more
     * @throws ProblemException if the keys cannot be looked at now
     */
    public Optional<NewCookie> open(String key, boolean secure) {
        return KeySecret.ofText(key.strip()).flatMap(this::caller).map(caller -> {
            SessionSecret secret = SessionSecret.random();
            insert(new Sql()
                    .add("INSERT INTO session (hash, key_id, expires_at)")
                    .add("VALUES (?, ?, ?) RETURNING hash", secret.hash(), caller.id(), end(caller)));
            return PageCookie.SESSION.of(secret.text(), secure, NewCookie.DEFAULT_MAX_AGE);
        });
    }

    /**
     * Signs a browser in.
     *
     * @param issuer the provider that says who sits there
     * @param caller who does
     * @param secure whether the cookie may travel by TLS alone
     * @return the cookie
     */
    NewCookie open(String issuer, Caller caller, boolean secure) {
        SessionSecret secret = SessionSecret.random();
        insert(new Sql()
                .add("INSERT INTO session (hash, issuer, subject, scope, expires_at)")
                .add(
                        "VALUES (?, ?, ?, ?, ?) RETURNING hash",
                        secret.hash(),
                        issuer,
                        caller.name(),
                        caller.scope().toString(),
                        end(caller)));
        return PageCookie.SESSION.of(secret.text(), secure, NewCookie.DEFAULT_MAX_AGE);
    }

    private void insert(Sql session) {
        database.list(
                new Sql()
                        .add("WITH ended AS (DELETE FROM session WHERE expires_at <= now())")
                        .add(session),
                row -> true);
    }

    private static Instant end(Caller caller) {
        Instant end = Instant.now().plus(LONGEST).truncatedTo(ChronoUnit.SECONDS);
        return caller.expiresAt() != null && caller.expiresAt().isBefore(end) ? caller.expiresAt() : end;
    }

    /**
     * A session that was ended.
     *
     * @param cookie takes its cookie back
     * @param ofProvider whether it was the provider who had signed its browser in
     */
    public record Closed(NewCookie cookie, boolean ofProvider) {}

    /**
     * Signs a browser out.
     *
     * @param cookie the value of its cookie; null if it has none
     */
    public Closed close(@Nullable String cookie, boolean secure) {
        boolean ofProvider = SessionSecret.ofCookie(cookie)
                .flatMap(secret -> {
                    Optional<Boolean> ended = database.first(
                            new Sql()
                                    .add(
                                            "DELETE FROM session WHERE hash = ? RETURNING key_id IS NULL AS of_provider",
                                            secret.hash()),
                            row -> row.getColumn("of_provider", Boolean.class));
                    keys.forget(secret);
                    return ended;
                })
                .orElse(false);
        return new Closed(PageCookie.SESSION.of("", secure, 0), ofProvider);
    }

    private Optional<Caller> caller(KeySecret secret) {
        try {
            return keys.find(secret).join().filter(found -> !found.isRevoked() && !found.isExpired(Instant.now()));
        } catch (CompletionException e) {
            throw new ProblemException(ProblemType.DATABASE_AWAY, "Sign in again in some seconds.");
        }
    }
}
