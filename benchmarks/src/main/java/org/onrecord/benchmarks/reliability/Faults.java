package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import org.onrecord.benchmarks.fetching.VirtualHosts;
import org.onrecord.contracts.Topics;

/**
 * The packaged line under load while one part of it after the other fails: {@code Faults PROJECT [ROUNDS]}. At the end every page
 * that was asked for has to be an article, stored once with each of its quotes once. Ends with status 1 if one is not.
 */
public final class Faults {

    private static final int USUAL_ROUNDS = 20;
    private static final int HOSTS = 40;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(100);
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(3);
    private static final Duration ALL_WITHIN = Duration.ofMinutes(5);

    private final Path project;
    private final int rounds;
    private final AtomicLong requests = new AtomicLong();

    private Faults(Path project, int rounds) {
        this.project = project;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_ROUNDS;
        boolean clean = new Faults(Path.of(arguments[0]), rounds).run();
        System.exit(clean ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        try (VirtualHosts sites = new VirtualHosts(Duration.ofMillis(20));
                FaultyLine line = new FaultyLine(project);
                KafkaProducer<String, String> producer = producer(line)) {
            line.start();
            Thread load = Thread.ofVirtual().start(() -> load(sites, producer));
            long quotes = quotesOfOne(line);
            System.out.printf(
                    Locale.ROOT,
                    "each article has %d quotes; a page is asked for every %d ms%n",
                    quotes,
                    BETWEEN_REQUESTS.toMillis());
            List<Fault> faults = Fault.ALL.stream()
                    .filter(fault ->
                            line.smallArchive() != null || !fault.name().equals("disk full"))
                    .toList();
            for (int round = 0; round < rounds; round++) {
                suffer(line, faults.get(round % faults.size()), round + 1);
            }
            load.interrupt();
            load.join();
            producer.flush();
            return account(line, quotes);
        }
    }

    private static long quotesOfOne(FaultyLine line) throws SQLException, InterruptedException {
        Account account = new Account(line.database());
        while (account.stored() == 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return account.quotesOfOne();
    }

    private void suffer(FaultyLine line, Fault fault, int round)
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
                "%2d  %-16s for %2d s; all ready %.1f s after it; %d of %d stored%n",
                round,
                fault.name(),
                fault.lasts().toSeconds(),
                seconds,
                new Account(line.database()).stored(),
                requests.get());
    }

    private boolean account(FaultyLine line, long quotes) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        Account account = new Account(line.database());
        while (account.stored() < requests.get() && System.nanoTime() - start < ALL_WITHIN.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        // What comes a second time comes now.
        TimeUnit.SECONDS.sleep(15);
        System.out.printf(
                Locale.ROOT,
                "%d of %d stored, the last one %.0f s after the last page was asked for%n",
                account.stored(),
                requests.get(),
                (System.nanoTime() - start) / 1e9 - 15);
        Map<String, Long> faults = account.faults(requests.get(), quotes);
        faults.forEach((name, count) -> System.out.println(count + "  " + name));
        return faults.values().stream().allMatch(count -> count == 0);
    }

    private void load(VirtualHosts sites, KafkaProducer<String, String> producer) {
        try {
            while (true) {
                int number = (int) requests.get();
                String url = sites.url(number % HOSTS, number / HOSTS);
                producer.send(new ProducerRecord<>(Topics.FETCH_REQUESTS, url, """
                        {"requestId": "%s", "url": "%s", "requestedAt": "%s"}""".formatted(
                                UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)), url, Instant.now())));
                requests.incrementAndGet();
                Thread.sleep(BETWEEN_REQUESTS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static KafkaProducer<String, String> producer(FaultyLine line) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        line.bootstrapServers(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) ALL_WITHIN.toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }
}
