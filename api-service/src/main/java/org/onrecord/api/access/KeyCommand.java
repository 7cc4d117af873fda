package org.onrecord.api.access;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

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

    private final Connection database;
    private final PrintStream out;
    private final PrintStream err;

    KeyCommand(Connection database, PrintStream out, PrintStream err) {
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
        try (Connection database = DriverManager.getConnection(
                url, System.getenv("ONRECORD_DATABASE_USER"), System.getenv("ONRECORD_DATABASE_PASSWORD"))) {
            System.exit(new KeyCommand(database, System.out, System.err).run(List.of(arguments)));
        } catch (SQLException e) {
            System.err.println("onrecord: " + e.getMessage());
            System.exit(1);
        }
    }

    int run(List<String> arguments) throws SQLException {
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

    private int create(List<String> arguments) throws SQLException {
        Scope scope = arguments.size() > 2 ? Scope.of(arguments.get(2)) : Scope.READ;
        OffsetDateTime expiresAt = arguments.size() > 3 ? startOf(arguments.get(3)) : null;
        out.println(create(database, arguments.get(1), scope, expiresAt).text());
        err.println("onrecord: this is the only time that the key is shown");
        return 0;
    }

    static KeySecret create(Connection database, String name, Scope scope, @Nullable OffsetDateTime expiresAt)
            throws SQLException {
        KeySecret secret = KeySecret.random();
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO access_key (key_id, name, hash, scope, expires_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, name);
            insert.setBytes(3, secret.hash());
            insert.setString(4, scope.toString());
            insert.setObject(5, expiresAt);
            insert.executeUpdate();
        }
        return secret;
    }

    private int revoke(UUID id) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE access_key SET revoked_at = coalesce(revoked_at, now()) WHERE key_id = ?")) {
            update.setObject(1, id);
            if (update.executeUpdate() == 0) {
                err.println("onrecord: there is no key " + id + "; ./onrecord key list shows them");
                return 1;
            }
            return 0;
        }
    }

    private int list() throws SQLException {
        try (PreparedStatement select = database.prepareStatement("""
                        SELECT key_id, scope, created_at, expires_at, last_used_at, revoked_at, name FROM access_key
                        ORDER BY created_at, key_id""");
                ResultSet row = select.executeQuery()) {
            out.println("id\tscope\tcreated\texpires\tlast used\trevoked\tname");
            while (row.next()) {
                StringBuilder line = new StringBuilder(row.getString(1));
                for (int column = 2; column <= 7; column++) {
                    String value = row.getString(column);
                    line.append('\t').append(value == null ? "-" : value);
                }
                out.println(line);
            }
        }
        return 0;
    }

    private static OffsetDateTime startOf(String day) {
        return LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private int wrong() {
        err.println(USAGE);
        return 2;
    }
}
