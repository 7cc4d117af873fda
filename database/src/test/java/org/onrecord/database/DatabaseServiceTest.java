package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A database that is away, that lets nobody in, or whose tables are missing is not there, and says which it is. */
class DatabaseServiceTest {

    @TempDir
    Path folder;

    private final int port = LoopbackPort.free();
    private final Loops loops = new Loops();
    private final String url = "jdbc:postgresql://127.0.0.1:" + port + "/onrecord";

    @Test
    void itIsThereWhenItAnswersAndItsTablesAreUpToDate() throws Exception {
        Schema schema = schema();
        DatabaseService service = new DatabaseService(schema, url, "postgres", "postgres", Map.of());
        assertThatThrownBy(service::check).isInstanceOf(SQLException.class).hasMessageContaining("refused");

        try (EmbeddedPostgresql server = EmbeddedPostgresql.start(folder, port)) {
            assertThatThrownBy(service::check)
                    .hasMessage("its tables are not up to date yet: the first attempt has not ended");

            schema.start(new StartupEvent());
            schema.await();
            service.check();

            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER DATABASE onrecord SET default_transaction_read_only = on");
                DatabaseService another = new DatabaseService(schema, url, "postgres", "postgres", Map.of());
                assertThatThrownBy(another::check).hasMessageStartingWith("it is read-only");
                statement.execute("ALTER DATABASE onrecord SET default_transaction_read_only = off");
                another.close();
            }
            assertThatThrownBy(() -> new DatabaseService(schema, url, "nobody", "wrong", Map.of()).check())
                    .hasMessageStartingWith("FATAL: role \"nobody\" does not exist");
            assertThat(server.jdbcUrl()).isEqualTo(url);
        } finally {
            loops.stop();
        }
        assertThatThrownBy(service::check).isInstanceOf(SQLException.class);
        assertThat(service.address()).isEqualTo("127.0.0.1:" + port + "/onrecord");
    }

    @Test
    void itIsBackAfterItsRestart() throws SQLException, IOException {
        Schema schema = schema();
        DatabaseService service = new DatabaseService(schema, url, "postgres", "postgres", Map.of());
        schema.start(new StartupEvent());
        try {
            EmbeddedPostgresql.start(folder, port).close();
            try (EmbeddedPostgresql again = EmbeddedPostgresql.start(folder, port)) {
                schema.await();
                service.check();
                assertThat(again.jdbcUrl()).isEqualTo(url);
            }
        } finally {
            loops.stop();
            service.close();
        }
    }

    private Schema schema() {
        return new Schema(
                Flyway.configure()
                        .dataSource(url, "postgres", "postgres")
                        .locations(new String[0])
                        .load(),
                List.of(),
                loops);
    }
}
