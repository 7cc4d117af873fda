package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/** The packaged services, their broker and their database, every part of which can be killed, paused, slowed or filled up. */
final class FaultyLine implements AutoCloseable {

    private static final String ARCHIVE_SIZE = "64m";

    private final Path folder;
    private final int databasePort = LoopbackPort.free();
    private final int brokerPort = LoopbackPort.free();
    private final Path archive;
    private final boolean archiveIsSmall;
    private final BrokerProcess broker;
    private final SlowLink wayToDatabase;
    private final ServiceProcess scraper;
    private final ServiceProcess reader;
    private final ServiceProcess api;
    private EmbeddedPostgresql database;

    FaultyLine(Path project) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("onrecord-faults");
        Path logs = Files.createDirectories(folder.resolve("logs"));
        archive = Files.createDirectories(folder.resolve("archive"));
        archiveIsSmall = run("mount", "-t", "tmpfs", "-o", "size=" + ARCHIVE_SIZE, "tmpfs", archive.toString());
        broker = new BrokerProcess(folder.resolve("kafka"), brokerPort, logs.resolve("broker.log"));
        broker.start();
        startDatabase();
        wayToDatabase = new SlowLink(databasePort);
        scraper = service(project, logs, "scraper-service", 512, scraperEnvironment());
        reader = service(project, logs, "nlp-service", 512, brokerEnvironment());
        api = service(project, logs, "api-service", 256, apiEnvironment());
    }

    void start() throws IOException, InterruptedException {
        for (ServiceProcess service : services()) {
            service.start();
        }
        awaitReady();
    }

    void awaitReady() throws IOException, InterruptedException {
        for (ServiceProcess service : services()) {
            service.awaitReady();
        }
    }

    ServiceProcess scraper() {
        return scraper;
    }

    ServiceProcess reader() {
        return reader;
    }

    ServiceProcess api() {
        return api;
    }

    BrokerProcess broker() {
        return broker;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    EmbeddedPostgresql database() {
        return database;
    }

    SlowLink wayToDatabase() {
        return wayToDatabase;
    }

    /** Where the pages are kept; null if this user may not mount a small disk. */
    Path smallArchive() {
        return archiveIsSmall ? archive : null;
    }

    void startDatabase() throws IOException {
        database = EmbeddedPostgresql.start(folder.resolve("postgresql"), databasePort);
    }

    /** Ends every process of the database at once. */
    void killDatabase() throws IOException {
        List<ProcessHandle> processes = databaseProcesses();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            process.onExit().join();
        }
        try {
            database.close();
        } catch (IOException | RuntimeException dead) {
            // It cannot be asked to stop any more; closing lets go of its folder.
        }
    }

    /**
     * Copies the database while it is used, as tools for base backups do (PostgreSQL manual, "Making a base backup using the
     * low level API").
     */
    void backUpDatabase() throws IOException, SQLException, InterruptedException {
        Path data = folder.resolve("postgresql/data");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('onrecord', true)");
            run("cp", "-a", data.toString(), backup().toString());
            try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(backup().resolve("backup_label"), stopped.getString(1));
            }
        }
        run(
                "cp",
                "-a",
                data.resolve("pg_wal") + "/.",
                backup().resolve("pg_wal").toString());
        Files.deleteIfExists(backup().resolve("postmaster.pid"));
    }

    /** Puts the backup in the place of a database that is gone. */
    void restoreDatabase() throws IOException, InterruptedException {
        Path data = folder.resolve("postgresql/data");
        run("rm", "-rf", data.toString());
        run("mv", backup().toString(), data.toString());
        startDatabase();
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    List<ProcessHandle> databaseProcesses() throws IOException {
        ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        run("kill", "-" + signal, String.valueOf(process.pid()));
    }

    private List<ServiceProcess> services() {
        return List.of(scraper, reader, api);
    }

    private Map<String, String> brokerEnvironment() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(), "ONRECORD_ACCESS_MODE", "open");
    }

    private Map<String, String> databaseEnvironment() {
        Map<String, String> environment = new HashMap<>(brokerEnvironment());
        environment.put("ONRECORD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + wayToDatabase.port() + "/onrecord");
        environment.put("ONRECORD_DATABASE_USER", database.user());
        environment.put("ONRECORD_DATABASE_PASSWORD", database.password());
        return environment;
    }

    private Map<String, String> scraperEnvironment() {
        Map<String, String> environment = databaseEnvironment();
        environment.put("ONRECORD_EGRESS_ALLOW", "127.0.0.0/8");
        environment.put("ONRECORD_ARCHIVE", archive.toString());
        environment.put("ONRECORD_HOST_DELAY", Duration.ofMillis(200).toString());
        return environment;
    }

    private Map<String, String> apiEnvironment() {
        Map<String, String> environment = databaseEnvironment();
        environment.put("ONRECORD_SCRAPER_URL", scraper.origin().toString());
        environment.put("ONRECORD_NLP_URL", reader.origin().toString());
        return environment;
    }

    private static ServiceProcess service(
            Path project, Path logs, String name, int heapMegabytes, Map<String, String> environment) {
        Path jar = project.resolve(name + "/target/quarkus-app/quarkus-run.jar");
        return new ServiceProcess(name, jar, LoopbackPort.free(), heapMegabytes, environment, logs);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException {
        services().forEach(ServiceProcess::close);
        broker.close();
        wayToDatabase.close();
        database.close();
        if (archiveIsSmall) {
            try {
                run("umount", archive.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
