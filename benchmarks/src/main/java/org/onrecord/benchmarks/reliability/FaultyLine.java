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
import java.time.Instant;
import java.util.ArrayList;
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
    /** Far more than a run of an hour writes. */
    private static final String SERVER_SIZE = "3g";

    private final Path project;
    private final Path folder;
    private final int databasePort = LoopbackPort.free();
    private final int brokerPort = LoopbackPort.free();
    private final Path archive;
    private final List<Path> smallDisks = new ArrayList<>();
    private final BrokerProcess broker;
    private final SlowLink wayToDatabase;
    private final ServiceProcess scraper;
    private final ServiceProcess reader;
    private final ServiceProcess api;
    private EmbeddedPostgresql database;

    FaultyLine(Path project) throws IOException, InterruptedException {
        this.project = project;
        folder = Files.createTempDirectory("onrecord-faults");
        Path logs = Files.createDirectories(folder.resolve("logs"));
        archive = folder.resolve("archive");
        mountSmall(archive, ARCHIVE_SIZE);
        mountSmall(brokerFolder(), SERVER_SIZE);
        mountSmall(databaseFolder(), SERVER_SIZE);
        broker = new BrokerProcess(brokerFolder().resolve("kafka"), brokerPort, logs.resolve("broker.log"));
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

    /** Whether the archive and the servers are on small disks of their own; this user may not be allowed to mount them. */
    boolean hasSmallDisks() {
        return !smallDisks.isEmpty();
    }

    /** Where the pages are kept. */
    Path archive() {
        return archive;
    }

    /** Where the broker keeps its data. */
    Path brokerFolder() {
        return folder.resolve("broker");
    }

    /** Where the database keeps its data. */
    Path databaseFolder() {
        return folder.resolve("postgresql");
    }

    void startDatabase() throws IOException {
        database = EmbeddedPostgresql.start(databaseFolder(), databasePort);
    }

    /** Starts it if it has ended by itself. */
    void reviveDatabase() throws IOException {
        if (!database.isAlive()) {
            letGoOfDatabase();
            startDatabase();
        }
    }

    /** Runs the scraper's command that puts what was archived since then on its topic again. */
    boolean republish(Instant since) throws IOException, InterruptedException {
        Path jar = project.resolve("scraper-service/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "republish",
                since.toString(),
                archive.toString());
        command.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        return command.inheritIO().start().waitFor() == 0;
    }

    /** Ends the broker if it has not by itself, and starts it. */
    void restartBroker() throws IOException, InterruptedException {
        broker.kill();
        broker.start();
    }

    /** Puts an empty broker in the place of the one that is there; that one's data is gone. */
    void replaceBroker() throws IOException, InterruptedException {
        broker.kill();
        run("rm", "-rf", brokerFolder().resolve("kafka").toString());
        broker.start();
    }

    /** Ends every process of the database at once. */
    void killDatabase() throws IOException {
        List<ProcessHandle> processes = databaseProcesses();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            process.onExit().join();
        }
        letGoOfDatabase();
    }

    private void letGoOfDatabase() {
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
        Path data = databaseFolder().resolve("data");
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
        Path data = databaseFolder().resolve("data");
        run("rm", "-rf", data.toString());
        run("mv", backup().toString(), data.toString());
        startDatabase();
    }

    private void mountSmall(Path disk, String size) throws IOException, InterruptedException {
        Files.createDirectories(disk);
        if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString())) {
            smallDisks.add(disk);
        }
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
        try {
            for (Path disk : smallDisks) {
                run("umount", disk.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
