package org.onrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real PostgreSQL server with an empty database for one {@code @QuarkusTest} run. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgresql postgresql;

    @Override
    public Map<String, String> start() {
        try {
            postgresql = EmbeddedPostgresql.start(Files.createTempDirectory("onrecord-postgres"), LoopbackPort.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "ONRECORD_DATABASE_URL", postgresql.jdbcUrl(),
                "ONRECORD_DATABASE_USER", postgresql.user(),
                "ONRECORD_DATABASE_PASSWORD", postgresql.password());
    }

    @Override
    public void stop() {
        try {
            if (postgresql != null) {
                postgresql.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
