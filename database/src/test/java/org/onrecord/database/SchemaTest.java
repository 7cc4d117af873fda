package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.Schema.Current;
import org.onrecord.database.Schema.Waiting;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SchemaTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final int port = LoopbackPort.free();
    private final Loops loops = new Loops();
    private Schema schema;
    private EmbeddedPostgresql server;

    @AfterEach
    void stop() throws IOException {
        loops.stop();
        server.close();
    }

    @Test
    void untilThereIsADatabaseItSaysWhyItWaits() throws Exception {
        start(List.of());
        await().atMost(LONG)
                .until(() -> schema.state() instanceof Waiting waiting
                        && waiting.cause().contains("refused"));

        assertThat(schema.isCurrent()).isFalse();
        server = EmbeddedPostgresql.start(folder, port);
        schema.await();

        assertThat(schema.state()).isEqualTo(new Current());
    }

    @Test
    void tablesThatDoNotPassTheCheckAreNotCurrent() throws IOException {
        AtomicBoolean fits = new AtomicBoolean();
        server = EmbeddedPostgresql.start(folder, port);
        start(List.of(() -> {
            if (!fits.get()) {
                throw new IllegalStateException("missing column [name]");
            }
        }));
        await().atMost(LONG)
                .until(() -> schema.state() instanceof Waiting waiting
                        && waiting.cause().contains("missing column [name]"));

        fits.set(true);

        await().atMost(LONG).until(schema::isCurrent);
    }

    private void start(List<SchemaCheck> checks) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/onrecord";
        Flyway flyway = Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations(new String[0])
                .load();
        schema = new Schema(flyway, checks, loops);
        schema.start(new StartupEvent());
    }
}
