package org.onrecord.scraper.frontier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.ds.PGSimpleDataSource;

import org.onrecord.database.DataAccess;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.scraper.database.InTurn;

import static org.assertj.core.api.Assertions.assertThat;

/** A frontier in a real PostgreSQL, empty before each test; two instances stand for two replicas. */
abstract class FrontierDatabase {
    /** Nothing that was leased or put off for so long is to be had again while a test runs. */
    static final Duration TERM = Duration.ofHours(1);

    static final Duration HALF = TERM.dividedBy(2);

    static final Duration NONE = Duration.ZERO;

    private static EmbeddedPostgresql postgresql;

    static PGSimpleDataSource database;

    final Frontier frontier = frontier();

    final Frontier replica = frontier();

    @BeforeAll
    static void start() throws IOException {
        postgresql = EmbeddedPostgresql.start(Files.createTempDirectory("onrecord-frontier"), LoopbackPort.free());
        database = new PGSimpleDataSource();
        database.setUrl(postgresql.jdbcUrl());
        database.setUser(postgresql.user());
        database.setPassword(postgresql.password());
        database.setCurrentSchema("scraper");
        Flyway.configure()
                .dataSource(database)
                .schemas("scraper")
                .defaultSchema("scraper")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgresql.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE host, fetch_request, done_request");
        }
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Time, as the database has it. */
    static void passes(Duration time) throws SQLException {
        String earlier = " - interval '" + time.toSeconds() + " s'";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE fetch_request SET due_at = due_at" + earlier);
            statement.execute("UPDATE host SET next_allowed_at = next_allowed_at" + earlier + ", ready_at = ready_at"
                    + earlier + ", leased_until = leased_until" + earlier);
        }
    }

    static Frontier frontier() {
        Jdbi jdbi = DataAccess.over(database);
        return new Frontier(jdbi, new InTurn(jdbi));
    }

    static int waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM fetch_request")) {
            row.next();
            return row.getInt(1);
        }
    }

    static HostLease only(List<HostLease> leases) {
        assertThat(leases).hasSize(1);
        return leases.getFirst();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
