package org.onrecord.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A real PostgreSQL server with an empty database for one {@code @QuarkusTest} run, and another that follows it. A test that has
 * a field of this type can have the second lag behind or be away.
 */
public final class ReplicatedTestResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgresql primary;
    private EmbeddedPostgresql standby;
    private Path standbyFolder;
    private int standbyPort;

    @Override
    public Map<String, String> start() {
        try {
            primary = EmbeddedPostgresql.start(Files.createTempDirectory("onrecord-primary"), LoopbackPort.free());
            standbyFolder = Files.createTempDirectory("onrecord-standby");
            standbyPort = LoopbackPort.free();
            startStandby();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("ONRECORD_DATABASE_URL", primary.jdbcUrl());
        settings.put("ONRECORD_DATABASE_READ_URL", standby.jdbcUrl());
        settings.put("ONRECORD_DATABASE_USER", primary.user());
        settings.put("ONRECORD_DATABASE_PASSWORD", primary.password());
        return settings;
    }

    @Override
    public void inject(TestInjector testInjector) {
        testInjector.injectIntoFields(this, new TestInjector.MatchesType(ReplicatedTestResource.class));
    }

    /** JDBC URL of the standby. */
    public String standbyUrl() {
        return standby.jdbcUrl();
    }

    /** Has the standby stand still, while it answers and takes the log. */
    public void pauseReplay() throws SQLException {
        tellStandby("SELECT pg_wal_replay_pause()");
    }

    /** Has the standby go on. */
    public void resumeReplay() throws SQLException {
        tellStandby("SELECT pg_wal_replay_resume()");
    }

    /** Ends the standby; its data stays. */
    public void stopStandby() throws IOException {
        standby.close();
    }

    /** Starts the standby, on its data and its port if it was there before. */
    public void startStandby() throws IOException {
        standby = primary.standby(standbyFolder, standbyPort);
    }

    private void tellStandby(String what) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(standby.jdbcUrl(), standby.user(), standby.password());
                Statement statement = connection.createStatement()) {
            statement.execute(what);
        }
    }

    @Override
    public void stop() {
        try {
            if (standby != null) {
                standby.close();
            }
            if (primary != null) {
                primary.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
