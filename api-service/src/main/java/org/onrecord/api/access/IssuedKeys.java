package org.onrecord.api.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** The access keys, for those who may make and revoke them. To be asked while a request is answered. Blocks; thread-safe. */
@ApplicationScoped
public class IssuedKeys {

    private static final int LONGEST_NAME = 200;

    /** Nobody reads a longer list; what is cut off was revoked or expired first. */
    private static final int MOST_SHOWN = 500;

    private final AccessConfig config;
    private final Callers callers;
    private final Database database;

    IssuedKeys(AccessConfig config, Callers callers, Database database) {
        this.config = config;
        this.callers = callers;
        this.database = database;
    }

    /** Whether anybody needs one here. */
    public boolean areNeeded() {
        return config.mode() == AccessConfig.Mode.KEYS;
    }

    /** Those that work first, and the newest of them first. @throws ProblemException if the caller may not know */
    public List<IssuedKey> list() {
        check();
        return database.list(
                new Sql()
                        .add(
                                "SELECT key_id, name, scope, created_at, expires_at, last_used_at, revoked_at FROM access_key")
                        .add(
                                "ORDER BY revoked_at IS NOT NULL OR coalesce(expires_at <= now(), false), created_at DESC, key_id")
                        .add("LIMIT ?", MOST_SHOWN),
                row -> new IssuedKey(
                        row.getColumn("key_id", UUID.class),
                        row.getColumn("name", String.class),
                        row.getColumn("scope", String.class),
                        row.getColumn("created_at", Instant.class),
                        row.getColumn("expires_at", Instant.class),
                        row.getColumn("last_used_at", Instant.class),
                        row.getColumn("revoked_at", Instant.class)));
    }

    /**
     * Makes a key.
     *
     * @param name on one line, at most 200 characters
     * @param scope feed, read, write, edit or admin
     * @param lastDay it holds until the start of this day, in UTC, such as 2027-12-31; null or blank: until it is revoked
     * @return its secret, which is kept nowhere
     * @throws ProblemException if one of them is none, or the caller may not make keys
     */
    public String make(@Nullable String name, @Nullable String scope, @Nullable String lastDay) {
        check();
        KeySecret secret = KeySecret.random();
        Sql insert = new Sql()
                .add(
                        "INSERT INTO access_key (key_id, name, hash, scope, expires_at) VALUES (?, ?, ?, ?,",
                        UUID.randomUUID(),
                        checkedName(name),
                        secret.hash(),
                        checkedScope(scope).toString());
        expiry(lastDay).ifPresentOrElse(day -> insert.add("?)", day), () -> insert.add("NULL)"));
        insert.add("RETURNING key_id");
        database.first(insert, row -> true);
        return secret.text();
    }

    /** Revokes a key; it works for some seconds more at most. @throws ProblemException if there is none */
    public void revoke(UUID id) {
        check();
        database.first(
                        new Sql()
                                .add(
                                        "UPDATE access_key SET revoked_at = coalesce(revoked_at, now()) WHERE key_id = ?",
                                        id)
                                .add("RETURNING key_id"),
                        row -> true)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such key."));
    }

    /** Where everybody may ask, everybody could make keys for the day when they are needed. */
    private void check() {
        if (!areNeeded() || callers.id().isEmpty() || !callers.mayAdminister()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Use a key of scope admin.");
        }
    }

    private static String checkedName(@Nullable String name) {
        String typed = name == null ? "" : name.strip();
        if (typed.isEmpty()
                || typed.length() > LONGEST_NAME
                || typed.codePoints().anyMatch(IssuedKeys::isNoText)) {
            throw ProblemException.invalid("name", "must be 1 to " + LONGEST_NAME + " characters on one line");
        }
        return typed;
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Scope checkedScope(@Nullable String scope) {
        try {
            return Scope.of(scope == null ? "" : scope);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("scope", "must be feed, read, write, edit or admin");
        }
    }

    private static Optional<OffsetDateTime> expiry(@Nullable String day) {
        if (day == null || day.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate last = LocalDate.parse(day.strip());
            if (last.getYear() <= 9999 && last.isAfter(LocalDate.now(ZoneOffset.UTC))) {
                return Optional.of(last.atStartOfDay().atOffset(ZoneOffset.UTC));
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw ProblemException.invalid("expires", "must be a day to come, such as 2027-12-31");
    }
}
