package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.onrecord.benchmarks.fetching.VirtualHosts;

/**
 * The packaged line under load while one part of it after the other fails: {@code Faults PROJECT [ROUNDS [WORD]]}, with
 * only those faults whose names contain a word if one is given. At the end every page
 * that was asked for has to be an article, stored once with each of its quotes once. Ends with status 1 if one is not.
 */
public final class Faults {

    private static final int USUAL_ROUNDS = 20;
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(3);
    private static final Duration ALL_WITHIN = Duration.ofMinutes(5);
    /** What is delivered a second time comes by then. */
    private static final Duration SECOND_TIMES_WITHIN = Duration.ofSeconds(15);

    private final Path project;
    private final int rounds;
    private final String only;

    private Faults(Path project, int rounds, String only) {
        this.project = project;
        this.rounds = rounds;
        this.only = only;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_ROUNDS;
        String only = arguments.length > 2 ? arguments[2] : "";
        boolean clean = new Faults(Path.of(arguments[0]), rounds, only).run();
        System.exit(clean ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        try (VirtualHosts sites = new VirtualHosts(Duration.ofMillis(20));
                FaultyLine line = new FaultyLine(project)) {
            line.start();
            return suffer(sites, line);
        }
    }

    private boolean suffer(VirtualHosts sites, FaultyLine line) throws IOException, InterruptedException, SQLException {
        try (Load load = new Load(sites, line.bootstrapServers())) {
            long quotes = quotesOfOne(line);
            System.out.printf(
                    Locale.ROOT,
                    "each article has %d quotes; a page is asked for every %d ms%n",
                    quotes,
                    Load.BETWEEN_REQUESTS.toMillis());
            if (!line.hasSmallDisks()) {
                System.out.println("without full disks: this user may not mount small ones");
            }
            List<Fault> faults = Fault.ALL.stream()
                    .filter(fault -> fault.name().contains(only))
                    .filter(fault -> line.hasSmallDisks() || !fault.fillsDisk())
                    .toList();
            for (int round = 0; round < rounds; round++) {
                suffer(line, load, faults.get(round % faults.size()), round + 1);
            }
            load.end();
            return account(line, load, quotes);
        }
    }

    private static long quotesOfOne(FaultyLine line) throws SQLException, InterruptedException {
        Account account = new Account(line.database());
        while (account.stored() == 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return account.quotesOfOne();
    }

    private static void suffer(FaultyLine line, Load load, Fault fault, int round)
            throws IOException, InterruptedException, SQLException {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_FAULTS.toNanos());
        fault.begin().on(line);
        TimeUnit.NANOSECONDS.sleep(fault.lasts().toNanos());
        fault.end().on(line);
        long start = System.nanoTime();
        line.awaitReady();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%2d  %-18s for %2d s; all ready %.1f s after it; %d of %d stored%n",
                round,
                fault.name(),
                fault.lasts().toSeconds(),
                seconds,
                new Account(line.database()).stored(),
                load.requests());
    }

    /** Waits until every page is stored, says what is not as it should be, and whether nothing is. */
    static boolean account(FaultyLine line, Load load, long quotes) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        Account account = new Account(line.database());
        while (account.stored() < load.requests() && System.nanoTime() - start < ALL_WITHIN.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d stored, the last one %.0f s after the last page was asked for%n",
                account.stored(),
                load.requests(),
                (System.nanoTime() - start) / 1e9);
        TimeUnit.NANOSECONDS.sleep(SECOND_TIMES_WITHIN.toNanos());
        Map<String, Long> faults = account.faults(load.requests(), quotes);
        faults.forEach((name, count) -> System.out.println(count + "  " + name));
        return faults.values().stream().allMatch(count -> count == 0);
    }
}
