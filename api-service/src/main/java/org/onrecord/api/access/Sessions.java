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
 * Browsers that somebody signed in with a key. A session ends after twelve hours, with its key, or when somebody signs out; what it
 * allows is what its key allows. Blocks; thread-safe.
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
            Instant now = Instant.now();
            Instant end = now.plus(LONGEST).truncatedTo(ChronoUnit.SECONDS);
            end = caller.expiresAt() != null && caller.expiresAt().isBefore(end) ? caller.expiresAt() : end;
            database.list(
                    new Sql()
                            .add("WITH ended AS (DELETE FROM session WHERE expires_at <= now())")
                            .add(
                                    "INSERT INTO session VALUES (?, ?, ?) RETURNING key_id",
                                    secret.hash(),
                                    caller.id(),
                                    end),
                    row -> true);
            return cookie(secret.text(), secure, NewCookie.DEFAULT_MAX_AGE);
        });
    }

    /**
     * Signs a browser out.
     *
     * @param cookie the value of its cookie; null if it has none
     * @return the cookie that ends it
     */
    public NewCookie close(@Nullable String cookie, boolean secure) {
        SessionSecret.ofCookie(cookie).ifPresent(secret -> {
            database.list(
                    new Sql().add("DELETE FROM session WHERE hash = ? RETURNING key_id", secret.hash()), row -> true);
            keys.forget(secret);
        });
        return cookie("", secure, 0);
    }

    private Optional<Caller> caller(KeySecret secret) {
        try {
            return keys.find(secret).join().filter(found -> !found.isRevoked() && !found.isExpired(Instant.now()));
        } catch (CompletionException e) {
            throw new ProblemException(ProblemType.DATABASE_AWAY, "Sign in again in some seconds.");
        }
    }

    private static NewCookie cookie(String value, boolean secure, int maxAge) {
        return new NewCookie.Builder(SessionSecret.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(secure)
                .maxAge(maxAge)
                .build();
    }
}
