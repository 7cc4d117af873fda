package org.onrecord.benchmarks.fetching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.onrecord.local.ServiceProcess;

/**
 * Processor time on Linux, which a busy machine changes less than the time on the wall.
 *
 * @param scrapers hundredths of a second that they took
 * @param database that it took with its children
 * @param here that this process took, with the sites and the broker in it
 */
record Processors(long scrapers, long database, long here) {
    /** Of {@code /proc/PID/stat}, behind the name: in the program, and in the kernel. */
    private static final int OWN = 11;

    private static final int OF_ENDED_CHILDREN = 13;

    /** @param database the process that started all others of it */
    static Processors taken(List<ServiceProcess> scrapers, long database) throws IOException {
        long ofScrapers = 0;
        for (ServiceProcess scraper : scrapers) {
            ofScrapers += taken(scraper.pid(), OWN);
        }
        long ofDatabase = taken(database, OF_ENDED_CHILDREN);
        for (long pid : ProcessHandle.of(database).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid)
                .toArray()) {
            ofDatabase += taken(pid, OWN);
        }
        return new Processors(
                ofScrapers, ofDatabase, taken(ProcessHandle.current().pid(), OWN));
    }

    private static long taken(long pid, int first) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .skip(first)
                    .limit(2)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    Processors since(Processors before) {
        return new Processors(scrapers - before.scrapers, database - before.database, here - before.here);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "processor time %.1f s: scrapers %.1f, database %.1f, sites and broker %.1f",
                (scrapers + database + here) / 100.0,
                scrapers / 100.0,
                database / 100.0,
                here / 100.0);
    }
}
