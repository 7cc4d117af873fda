package org.onrecord.api.access;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.util.PSQLState;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.environment.Variable;

/**
 * {@code key}: makes, lists and revokes access keys in the database of the service. Exit status: 0 done, 1 failed, 2 wrong
 * arguments or variables.
 */
public final class KeyCommand {
    private static final String USAGE =
            "usage: create NAME [feed|read|write|edit|admin [DAY]], list, or revoke ID; DAY is a date such as 2027-12-31";

    /** Of the user or the password: invalid_authorization_specification, invalid_password. */
    private static final List<String> REFUSED = List.of("28000", "28P01");

    private static final String NO_SUCH_TABLE = PSQLState.UNDEFINED_TABLE.getState();

    /** Connects to the database. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    /** What there is to do, once the arguments make sense. */
    private interface Work {
        int in(Connection database) throws SQLException;
    }

    private static final class WrongArgumentException extends Exception {
        private static final long serialVersionUID = 1L;

        private WrongArgumentException(String message) {
            super(message);
        }
    }

    private final Connecting database;
    private final PrintStream out;
    private final PrintStream err;

    KeyCommand(Connecting database, PrintStream out, PrintStream err) {
        this.database = database;
        this.out = out;
        this.err = err;
    }

    /** Runs it in the database that {@code ONRECORD_DATABASE_URL}, {@code _USER} and {@code _PASSWORD} name. */
    public static int run(List<String> arguments) {
        return run(arguments, Environment.ofThisProcess(), System.out, System.err);
    }

    static int run(List<String> arguments, Environment environment, PrintStream out, PrintStream err) {
        List<String> faults = environment.faults(Variable.ofDatabase());
        if (!faults.isEmpty()) {
            faults.forEach(fault -> err.println("key: " + fault));
            return Environment.WRONG;
        }
        return new KeyCommand(() -> connect(environment), out, err).execute(arguments);
    }

    int execute(List<String> arguments) {
        Work work;
        try {
            work = work(arguments);
        } catch (WrongArgumentException e) {
            err.println("key: " + e.getMessage());
            return Environment.WRONG;
        }
        try (Connection connection = database.connect()) {
            return work.in(connection);
        } catch (SQLException e) {
            err.println("key: " + reason(e));
            return 1;
        }
    }

    private Work work(List<String> arguments) throws WrongArgumentException {
        int count = arguments.size();
        String what = count == 0 ? "" : arguments.getFirst();
        if (what.equals("create") && count >= 2 && count <= 4) {
            String name = name(arguments.get(1));
            Scope scope = count > 2 ? scope(arguments.get(2)) : Scope.READ;
            OffsetDateTime expiresAt = count > 3 ? startOf(arguments.get(3)) : null;
            return connection -> {
                out.println(create(connection, name, scope, expiresAt).text());
                err.println("key: this is the only time that the key is shown");
                return 0;
            };
        }
        if (what.equals("list") && count == 1) {
            return this::list;
        }
        if (what.equals("revoke") && count == 2) {
            UUID id = id(arguments.get(1));
            return connection -> revoke(connection, id);
        }
        throw new WrongArgumentException(USAGE);
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

    private int revoke(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE access_key SET revoked_at = coalesce(revoked_at, now()) WHERE key_id = ?")) {
            update.setObject(1, id);
            if (update.executeUpdate() == 0) {
                err.println("key: there is no key " + id + "; key list shows the ids");
                return 1;
            }
            return 0;
        }
    }

    private int list(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
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

    private static String name(String text) throws WrongArgumentException {
        // It stands in a line of the list, between tabs.
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new WrongArgumentException("a key needs a name, on one line");
        }
        return text;
    }

    private static Scope scope(String text) throws WrongArgumentException {
        try {
            return Scope.of(text);
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentException("'" + text + "' is not a scope: use feed, read, write, edit or admin");
        }
    }

    private static OffsetDateTime startOf(String text) throws WrongArgumentException {
        try {
            OffsetDateTime start = LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
            if (start.toInstant().isBefore(Instant.now())) {
                throw new WrongArgumentException("a key that expires at the start of " + text
                        + " (UTC) would be expired already: give a later date");
            }
            return start;
        } catch (DateTimeParseException e) {
            throw new WrongArgumentException("'" + text + "' is not a date such as 2027-12-31");
        }
    }

    private static UUID id(String text) throws WrongArgumentException {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentException("'" + text + "' is not the id of a key; key list shows the ids");
        }
    }

    /** By the driver itself: nothing has to be found by its name. */
    private static Connection connect(Environment environment) throws SQLException {
        String url = environment.text("ONRECORD_DATABASE_URL").orElseThrow();
        Properties properties = new Properties();
        properties.setProperty(
                "user", environment.text("ONRECORD_DATABASE_USER").orElseThrow());
        properties.setProperty(
                "password", environment.text("ONRECORD_DATABASE_PASSWORD").orElseThrow());
        properties.setProperty("ApplicationName", "onrecord-key");
        return new Driver().connect(url, properties);
    }

    private static String reason(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        if (state.equals(NO_SUCH_TABLE)) {
            return "the database has no tables yet; start the API service once, so that it creates them, and try again";
        }
        if (REFUSED.contains(state)) {
            return "the database refuses this user or password (ONRECORD_DATABASE_USER, ONRECORD_DATABASE_PASSWORD)";
        }
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return PSQLState.isConnectionError(state)
                ? "the database that ONRECORD_DATABASE_URL names does not answer (" + message + ")"
                : message;
    }
}
