package org.onrecord.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

import org.onrecord.chassis.backing.BackingService;
import org.onrecord.database.Schema.Current;
import org.onrecord.database.Schema.Waiting;

/**
 * The database: it is there when it answers, takes writes, and its tables are what this build expects. Asked over a connection of
 * its own, since a pool that is busy is no database that is away.
 */
@ApplicationScoped
class DatabaseService implements BackingService {

    private static final int PATIENCE_SECONDS = 3;
    /** A connection that is held for ever would not notice a password that was changed, or a server that is full. */
    private static final Duration CONNECTED_ANEW_AFTER = Duration.ofMinutes(1);

    private final Schema schema;
    private final String url;
    private final Properties properties = new Properties();
    private Connection connection;
    private long connectedAt;

    DatabaseService(
            Schema schema,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
                    Map<String, String> properties) {
        this.schema = schema;
        this.url = url;
        // Those of the pool: TLS and its certificates among them.
        this.properties.putAll(properties);
        this.properties.setProperty("user", user);
        this.properties.setProperty("password", password);
        this.properties.setProperty("ApplicationName", "onrecord-watch");
        this.properties.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
        this.properties.setProperty("loginTimeout", String.valueOf(PATIENCE_SECONDS));
        this.properties.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS));
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public String address() {
        return DatabaseAddress.of(url);
    }

    @Override
    public synchronized void check() throws SQLException {
        if (connection == null
                || System.nanoTime() - connectedAt > CONNECTED_ANEW_AFTER.toNanos()
                || !connection.isValid(PATIENCE_SECONDS)) {
            close();
            connection = new Driver().connect(url, properties);
            connectedAt = System.nanoTime();
        }
        if (isReadOnly(connection)) {
            throw new SQLException("it is read-only: a standby, or told to take no writes");
        }
        switch (schema.state()) {
            case Current() -> {}
            case Waiting(var cause) -> throw new SQLException("its tables are not up to date yet: " + cause);
        }
    }

    private static boolean isReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW transaction_read_only")) {
            return row.next() && "on".equals(row.getString(1));
        }
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
