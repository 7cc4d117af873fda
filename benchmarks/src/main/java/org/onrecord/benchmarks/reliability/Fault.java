package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.onrecord.local.ServiceProcess;

/** What is done to a line, for how long, and how it is undone. */
record Fault(String name, Duration lasts, Deed begin, Deed end) {

    /** Longer than the ten seconds after which the broker gives a consumer's partitions to others. */
    private static final Duration LONG = Duration.ofSeconds(12);

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final String FULL = " disk full";
    private static final Duration SLOW = Duration.ofMillis(100);

    interface Deed {
        void on(FaultyLine line) throws IOException, InterruptedException, SQLException;
    }

    /** Every part killed and paused, the database slow and read-only, the disks of archive, database and broker full. */
    static final List<Fault> ALL = List.of(
            killed("scraper", FaultyLine::scraper),
            killed("NLP", FaultyLine::reader),
            killed("API", FaultyLine::api),
            new Fault(
                    "broker killed",
                    SHORT,
                    line -> line.broker().kill(),
                    line -> line.broker().start()),
            new Fault("database killed", SHORT, FaultyLine::killDatabase, FaultyLine::startDatabase),
            paused("scraper", line -> List.of(handle(line.scraper()))),
            paused("NLP", line -> List.of(handle(line.reader()))),
            paused("API", line -> List.of(handle(line.api()))),
            paused("broker", line -> List.of(line.broker().handle())),
            paused("database", FaultyLine::databaseProcesses),
            new Fault(
                    "database slow",
                    LONG,
                    line -> line.wayToDatabase().delay(SLOW),
                    line -> line.wayToDatabase().delay(Duration.ZERO)),
            full("archive", SHORT, FaultyLine::archive, line -> {}),
            full("database", LONG, FaultyLine::databaseFolder, FaultyLine::reviveDatabase),
            full("database log", LONG, FaultyLine::databaseFolder, FaultyLine::reviveDatabase)
                    .and(Fault::useUpTheLog),
            full("broker", LONG, FaultyLine::brokerFolder, FaultyLine::restartBroker),
            new Fault("database read-only", LONG, line -> readOnly(line, "on"), line -> readOnly(line, "off")));

    /** Whether it needs disks that are small. */
    boolean fillsDisk() {
        return name.endsWith(FULL);
    }

    private interface Processes {
        List<ProcessHandle> of(FaultyLine line) throws IOException;
    }

    private static Fault killed(String name, Function<FaultyLine, ServiceProcess> service) {
        return new Fault(
                name + " killed",
                SHORT,
                line -> service.apply(line).kill(),
                line -> service.apply(line).start());
    }

    private static Fault paused(String name, Processes processes) {
        return new Fault(
                name + " paused",
                LONG,
                line -> signal("STOP", processes.of(line)),
                line -> signal("CONT", processes.of(line)));
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            FaultyLine.signal(signal, process);
        }
    }

    private static ProcessHandle handle(ServiceProcess service) {
        return ProcessHandle.of(service.pid()).orElseThrow();
    }

    /** @param afterwards what else is needed once there is room again */
    private static Fault full(String name, Duration lasts, Function<FaultyLine, Path> disk, Deed afterwards) {
        return new Fault(name + FULL, lasts, line -> fill(filler(disk.apply(line))), line -> {
            Files.deleteIfExists(filler(disk.apply(line)));
            afterwards.on(line);
        });
    }

    /** The same, with another deed when it has begun. */
    private Fault and(Deed further) {
        return new Fault(
                name,
                lasts,
                line -> {
                    begin.on(line);
                    further.on(line);
                },
                end);
    }

    /** Has PostgreSQL begin file after file of its log until there is none left: then it stops. */
    private static void useUpTheLog(FaultyLine line) {
        try (Connection connection = DriverManager.getConnection(
                        line.database().jdbcUrl(),
                        line.database().user(),
                        line.database().password());
                Statement statement = connection.createStatement()) {
            while (true) {
                statement.execute("SELECT pg_logical_emit_message(true, 'fault', 'x')");
                statement.execute("SELECT pg_switch_wal()");
            }
        } catch (SQLException stopped) {
            // That is what was wanted.
        }
    }

    private static Path filler(Path disk) {
        return disk.resolve("filler");
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    /** As an operator or a provider does whose disk runs full; it holds for the connections that are there as well. */
    private static void readOnly(FaultyLine line, String value) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        line.database().jdbcUrl(),
                        line.database().user(),
                        line.database().password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET default_transaction_read_only = " + value);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
