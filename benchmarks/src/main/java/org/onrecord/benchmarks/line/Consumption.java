package org.onrecord.benchmarks.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;

/**
 * What the parts of a line have taken of the processor since they were started, and hold of memory. From {@code /proc}: Linux alone.
 * The broker runs in the process of the benchmark, beside the sites.
 *
 * @param cpuSeconds by part
 * @param residentMegabytes by part; PostgreSQL's with what its processes share counted once for each
 */
record Consumption(Map<String, Double> cpuSeconds, Map<String, Long> residentMegabytes) {

    /** Clock ticks a second, as every Linux of today tells them to programs. */
    private static final double TICKS = 100;

    static Consumption of(Line line) throws IOException {
        Map<String, Double> cpu = new LinkedHashMap<>();
        Map<String, Long> resident = new LinkedHashMap<>();
        for (ServiceProcess service : line.services()) {
            cpu.put(service.name(), cpu(service.pid(), false));
            resident.put(service.name(), megabytes(service.pid()));
        }
        long server = line.postgresql().pid();
        double database = cpu(server, true);
        long held = megabytes(server);
        for (ProcessHandle child :
                ProcessHandle.of(server).map(one -> one.children().toList()).orElse(java.util.List.of())) {
            database += cpu(child.pid(), false);
            held += megabytes(child.pid());
        }
        cpu.put("postgresql", database);
        resident.put("postgresql", held);
        long own = ProcessHandle.current().pid();
        cpu.put("kafka and the sites", cpu(own, false));
        resident.put("kafka and the sites", megabytes(own));
        return new Consumption(cpu, resident);
    }

    Map<String, Double> since(Consumption before) {
        Map<String, Double> taken = new LinkedHashMap<>();
        cpuSeconds.forEach((part, seconds) -> taken.put(part, seconds - before.cpuSeconds.getOrDefault(part, 0.0)));
        return taken;
    }

    /** @param ended whether the children that have ended count too */
    private static double cpu(long pid, boolean ended) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // Behind the name, which may hold anything: state is the third field of proc(5), utime the fourteenth.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return (ended ? ticks + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : ticks) / TICKS;
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private static long megabytes(long pid) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (NoSuchFileException gone) {
            return 0;
        }
        return 0;
    }
}
