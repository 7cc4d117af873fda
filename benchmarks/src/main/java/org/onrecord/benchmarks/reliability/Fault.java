package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.onrecord.local.ServiceProcess;

/** What is done to a line, for how long, and how it is undone. */
record Fault(String name, Duration lasts, Deed begin, Deed end) {

    /** Longer than the ten seconds after which the broker gives a consumer's partitions to others. */
    private static final Duration LONG = Duration.ofSeconds(12);

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration SLOW = Duration.ofMillis(100);

    interface Deed {
        void on(FaultyLine line) throws IOException, InterruptedException;
    }

    /** Every part killed and paused, the database slow, the disk of the archive full. */
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
            new Fault("disk full", SHORT, Fault::fill, line -> Files.deleteIfExists(filler(line))));

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

    private static Path filler(FaultyLine line) {
        return line.smallArchive().resolve("filler");
    }

    private static void fill(FaultyLine line) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler(line))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (Files.getFileStore(line.smallArchive()).getUsableSpace() >= block.length) {
                throw full;
            }
        }
    }
}
