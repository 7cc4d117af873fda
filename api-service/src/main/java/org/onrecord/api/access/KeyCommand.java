package org.onrecord.api.access;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import org.onrecord.database.DataAccess;

/**
 * {@code ./onrecord key}: makes, lists and revokes access keys in the database of the service. Exit status: 0 done, 1
 * failed, 2 wrong arguments.
 */
public final class KeyCommand {
    private static final String USAGE = """
            usage: ./onrecord key create NAME [read|write|admin [EXPIRES]]   EXPIRES is a day such as 2027-12-31
                   ./onrecord key list
                   ./onrecord key revoke ID
            The database is the one that ONRECORD_DATABASE_URL, _USER and _PASSWORD name.""";

    private final Jdbi database;
    private final PrintStream out;
    private final PrintStream err;

    KeyCommand(Jdbi database, PrintStream out, PrintStream err) {
        this.database = database;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        String url = System.getenv("ONRECORD_DATABASE_URL");
        if (url == null) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(System.getenv("ONRECORD_DATABASE_USER"));
            source.setPassword(System.getenv("ONRECORD_DATABASE_PASSWORD"));
            System.exit(new KeyCommand(DataAccess.over(source), System.out, System.err).run(List.of(arguments)));
        } catch (IllegalArgumentException | JdbiException e) {
            System.err.println("onrecord: " + (e.getCause() == null ? e : e.getCause()).getMessage());
            System.exit(1);
        }
    }

    int run(List<String> arguments) {
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "create" -> arguments.size() < 2 || arguments.size() > 4 ? wrong() : create(arguments);
                case "list" -> arguments.size() == 1 ? list() : wrong();
                case "revoke" -> arguments.size() == 2 ? revoke(UUID.fromString(arguments.get(1))) : wrong();
                default -> wrong();
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            err.println("onrecord: " + e.getMessage());
            return wrong();
        }
    }

    private int create(List<String> arguments) {
        Scope scope = arguments.size() > 2 ? Scope.of(arguments.get(2)) : Scope.READ;
        Instant expiresAt = arguments.size() > 3 ? startOf(arguments.get(3)) : null;
        out.println(create(database, arguments.get(1), scope, expiresAt).text());
        err.println("onrecord: this is the only time that the key is shown");
        return 0;
    }

    static KeySecret create(Jdbi database, String name, Scope scope, @Nullable Instant expiresAt) {
        KeySecret secret = KeySecret.random();
        database.useHandle(handle -> handle.execute(
                "INSERT INTO access_key (key_id, name, hash, scope, expires_at) VALUES (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                name,
                secret.hash(),
                scope.toString(),
                expiresAt));
        return secret;
    }

    private int revoke(UUID id) {
        int revoked = database.withHandle(handle ->
                handle.execute("UPDATE access_key SET revoked_at = coalesce(revoked_at, now()) WHERE key_id = ?", id));
        if (revoked == 0) {
            err.println("onrecord: there is no key " + id + "; ./onrecord key list shows them");
            return 1;
        }
        return 0;
    }

    private int list() {
        out.println("id\tscope\tcreated\texpires\tlast used\trevoked\tname");
        database.useHandle(handle -> handle.select("""
                        SELECT key_id, scope, created_at, expires_at, last_used_at, revoked_at, name FROM access_key
                        ORDER BY created_at, key_id""")
                .map(row -> IntStream.rangeClosed(1, 7)
                        .mapToObj(column -> row.getColumn(column, String.class))
                        .map(value -> value == null ? "-" : value)
                        .collect(Collectors.joining("\t")))
                .forEach(out::println));
        return 0;
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private int wrong() {
        err.println(USAGE);
        return 2;
    }
}
