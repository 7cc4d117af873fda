package org.onrecord.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A real PostgreSQL server with an empty database for one {@code @QuarkusTest} run. A test that has a field of this type
 * can stop the server and start it again, with its data and on its port, to see what the service makes of that.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    private Path folder;
    private int port;
    private EmbeddedPostgresql postgresql;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("onrecord-postgresql");
            port = LoopbackPort.free();
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "ONRECORD_DATABASE_URL", postgresql.jdbcUrl(),
                "ONRECORD_DATABASE_USER", postgresql.user(),
                "ONRECORD_DATABASE_PASSWORD", postgresql.password());
    }

    @Override
    public void inject(TestInjector testInjector) {
        testInjector.injectIntoFields(this, new TestInjector.MatchesType(PostgresTestResource.class));
    }

    /** Stops the server; its data stays. */
    public void stopServer() throws IOException {
        postgresql.close();
    }

    /** Starts the server on its data and its port. */
    public void startServer() throws IOException {
        postgresql = EmbeddedPostgresql.start(folder, port);
    }

    @Override
    public void stop() {
        try {
            if (postgresql != null) {
                stopServer();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
