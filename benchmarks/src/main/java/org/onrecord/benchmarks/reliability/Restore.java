package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import org.onrecord.benchmarks.fetching.VirtualHosts;

/**
 * The database is lost while the line works, and put back from a backup that was made under load: {@code Restore PROJECT}. What
 * the consumers of the services that write to it have read since is read again. At the end every page that was asked for has to
 * be an article, stored once. Ends with status 1 if one is not.
 */
public final class Restore {

    private static final Duration BEFORE = Duration.ofSeconds(20);
    private static final Duration AFTER = Duration.ofSeconds(30);
    /** The clocks of brokers and database may differ. */
    private static final Duration ALLOWANCE = Duration.ofMinutes(1);

    /** Of the services that write to the database. */
    private static final List<String> GROUPS = List.of("scraper-service", "api-service");

    private Restore() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(Path.of(arguments[0])) ? 0 : 1);
    }

    private static boolean run(Path project)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        try (VirtualHosts sites = new VirtualHosts(Duration.ofMillis(20));
                FaultyLine line = new FaultyLine(project)) {
            line.start();
            try (Load load = new Load(sites, line.bootstrapServers())) {
                TimeUnit.NANOSECONDS.sleep(BEFORE.toNanos());
                long quotes = new Account(line.database()).quotesOfOne();
                Instant begun = Instant.now();
                line.backUpDatabase();
                System.out.printf(
                        Locale.ROOT,
                        "backup with %d of %d stored took %d ms%n",
                        new Account(line.database()).stored(),
                        load.requests(),
                        Duration.between(begun, Instant.now()).toMillis());
                TimeUnit.NANOSECONDS.sleep(AFTER.toNanos());
                System.out.printf(
                        Locale.ROOT,
                        "database lost with %d of %d stored%n",
                        new Account(line.database()).stored(),
                        load.requests());
                line.scraper().kill();
                line.api().kill();
                line.killDatabase();
                line.restoreDatabase();
                System.out.printf(Locale.ROOT, "restored with %d stored%n", new Account(line.database()).stored());
                awaitLeft(line);
                rewind(line, begun.minus(ALLOWANCE));
                line.scraper().start();
                line.api().start();
                line.awaitReady();
                load.end();
                return Faults.account(line, load, quotes);
            }
        }
    }

    /** The broker lets nobody move the offsets of consumers that it takes to be there. */
    private static void awaitLeft(FaultyLine line) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", line.bootstrapServers()))) {
            for (String group : GROUPS) {
                while (!admin.describeConsumerGroups(List.of(group))
                        .all()
                        .get()
                        .get(group)
                        .members()
                        .isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
        }
    }

    private static void rewind(FaultyLine line, Instant to) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", line.bootstrapServers()))) {
            for (String group : GROUPS) {
                Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
                for (TopicPartition partition : admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .keySet()) {
                    wanted.put(partition, OffsetSpec.forTimestamp(to.toEpochMilli()));
                }
                Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                        admin.listOffsets(wanted).all().get().entrySet()) {
                    if (found.getValue().offset() >= 0) {
                        offsets.put(
                                found.getKey(),
                                new OffsetAndMetadata(found.getValue().offset()));
                    }
                }
                admin.alterConsumerGroupOffsets(group, offsets).all().get();
            }
        }
    }
}
