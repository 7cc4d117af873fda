package org.onrecord.local.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.onrecord.local.Patience;

/**
 * A real PostgreSQL server as a child process on a loopback socket. Its data outlives it in the folder it was given.
 */
public final class EmbeddedPostgresql implements AutoCloseable {
    /** An own database: Flyway refuses a schema that is not empty, and {@code postgres} belongs to the server. */
    private static final String DATABASE = "onrecord";

    private static final String USER = "postgres";

    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;
    private final Path data;
    private final ProcessHandle process;

    private EmbeddedPostgresql(EmbeddedPostgres server, Path data, ProcessHandle process) {
        this.server = server;
        this.data = data;
        this.process = process;
    }

    /**
     * Starts the server and creates the database if it is missing.
     *
     * @param folder holds the data and the unpacked server; created if it is new
     * @param port the port to listen on
     * @throws IOException if the server does not start
     */
    public static EmbeddedPostgresql start(Path folder, int port) throws IOException {
        Path data = folder.resolve("data");
        FirstStart firstStart = FirstStart.begin(data);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                // The library's shared folder under /tmp breaks every later start if one unpacking was cut short.
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // The library's ten seconds are too few on a machine that is busy with the rest of the line.
                .setPGStartupWait(Patience.LONGEST)
                // The library turns it off, and then a kill loses rows that were acknowledged.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "100")
                .start();
        EmbeddedPostgresql postgresql = new EmbeddedPostgresql(server, data, process(data));
        postgresql.createDatabase();
        firstStart.done();
        return postgresql;
    }

    /**
     * Makes a standby that follows this server, from a copy of its data, and starts it. May be called while this server is in use.
     *
     * @param folder holds the standby; new or empty, or one that it was in before, from which it goes on
     * @param port the port to listen on
     * @throws IOException if it cannot be copied or does not start
     */
    public EmbeddedPostgresql standby(Path folder, int port) throws IOException {
        Path copy = folder.resolve("data");
        if (Files.notExists(copy)) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_backup_start('standby', true)");
                copy(data, copy);
                try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                    stopped.next();
                    Files.writeString(copy.resolve("backup_label"), stopped.getString("labelfile"));
                }
            } catch (SQLException e) {
                throw new IOException("PostgreSQL in " + data + " could not be copied", e);
            }
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + server.getPort() + " user=" + USER + "'\n");
        }
        return start(folder, port);
    }

    /** What is only of the running server stays behind, and the log is asked of it; a file may go while others are copied. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path made = to.resolve(from.relativize(folder));
                Files.createDirectories(made);
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path inside = from.relativize(file);
                if (!inside.startsWith("pg_wal") && !inside.startsWith("postmaster.pid")) {
                    try {
                        Files.copy(file, to.resolve(inside));
                    } catch (NoSuchFileException gone) {
                        // Its table was dropped; the log says so too.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** JDBC URL of the application's database. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
    }

    /** The user to connect as. */
    public String user() {
        return USER;
    }

    /** A password: the server trusts loopback and takes any, but clients treat an empty one as missing. */
    public String password() {
        return USER;
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The server's process id. It is no child of this process, since the server detaches itself. */
    public long pid() {
        return process.pid();
    }

    /**
     * Stops the server and returns when its process is gone, so that it may be started again. The library tells it to stop and
     * waits for five seconds, which are too few on a busy machine. One that does not stop is killed, which loses nothing.
     */
    @Override
    public void close() throws IOException {
        try {
            server.close();
            process.onExit().get(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL did not stop; its process: " + process.pid(), e);
        } catch (TimeoutException stuck) {
            // On a full disk it cannot write down that it stops; its log of changes makes up for it at the next start.
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first line of a file that the server keeps while it runs. */
    private static ProcessHandle process(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .orElseThrow(() -> new IOException("PostgreSQL in " + data + " ended as it started"));
        }
    }

    private void createDatabase() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE + " ENCODING 'UTF8'");
        } catch (SQLException e) {
            close();
            throw new IOException("PostgreSQL refused to create the database " + DATABASE, e);
        }
    }
}
