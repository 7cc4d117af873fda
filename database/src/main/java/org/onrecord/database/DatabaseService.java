package org.onrecord.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

import org.onrecord.chassis.backing.BackingService;
import org.onrecord.database.Schema.Current;
import org.onrecord.database.Schema.Waiting;

/**
 * The database: it is there when it answers and its tables are what this build expects. Asked over a connection of its own,
 * since a pool that is busy is no database that is away.
 */
@ApplicationScoped
class DatabaseService implements BackingService {

    private static final int PATIENCE_SECONDS = 3;

    private final Schema schema;
    private final String url;
    private final Properties properties = new Properties();
    private Connection connection;

    DatabaseService(
            Schema schema,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.schema = schema;
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "onrecord-watch");
        properties.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(PATIENCE_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS));
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
        if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
            close();
            connection = new Driver().connect(url, properties);
        }
        switch (schema.state()) {
            case Current() -> {}
            case Waiting(var cause) -> throw new SQLException("its tables are not up to date yet: " + cause);
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
