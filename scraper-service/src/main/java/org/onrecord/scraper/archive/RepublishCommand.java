package org.onrecord.scraper.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.onrecord.chassis.environment.BrokerConnection;
import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.environment.Variable;
import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.chassis.event.PartitionByArticle;
import org.onrecord.contracts.Topics;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.extract.limit.TimeLimit;

/**
 * {@code republish SINCE [DIR]}: reads the pages that were archived since a moment again, and puts their articles on the topic,
 * for those that were lost behind it: with a topic that was deleted, or a broker that lost its data. What was not lost is taken
 * as known. Needs neither the network nor the database.
 */
public final class RepublishCommand {
    private static final String FOLDER = "ONRECORD_ARCHIVE";
    private static final String LARGEST_RECORD = "4194304";

    private final PrintStream report;
    private final Reader reader = new Reader(new SimpleMeterRegistry(), TimeLimit.DEFAULT);
    private final EventEncoder encoder = new EventEncoder(
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL),
            "scraper-service");

    private RepublishCommand(PrintStream report) {
        this.report = report;
    }

    /**
     * Republishes from the folder that is named, or else from the one that {@code ONRECORD_ARCHIVE} names, to the broker at
     * {@code KAFKA_BOOTSTRAP_SERVERS}.
     *
     * @return exit status: 0 done, 1 failed, 2 wrong arguments or variables
     */
    public static int run(List<String> arguments) {
        return run(arguments, Environment.ofThisProcess(), System.err);
    }

    static int run(List<String> arguments, Environment environment, PrintStream report) {
        List<String> faults = environment.faults(List.of(Variable.brokers(BrokerConnection.BROKERS)));
        if (!faults.isEmpty()) {
            report.println("republish: " + faults.getFirst());
            return Environment.WRONG;
        }
        Optional<Instant> since = arguments.stream().findFirst().flatMap(RepublishCommand::moment);
        Optional<Path> folder = (arguments.size() == 2 ? Optional.of(arguments.get(1)) : environment.text(FOLDER))
                .flatMap(RepublishCommand::folder);
        if (since.isEmpty() || arguments.size() > 2) {
            report.println(
                    "republish: name a moment, such as 2026-11-27 or 2026-11-27T18:30:00Z, and then the folder of the"
                            + " archive if " + FOLDER + " does not");
            return Environment.WRONG;
        }
        if (folder.isEmpty()) {
            report.println("republish: name a folder of .warc.gz files that is there, or set " + FOLDER);
            return Environment.WRONG;
        }
        return new RepublishCommand(report).run(since.get(), folder.get(), BrokerConnection.of(environment));
    }

    private int run(Instant since, Path folder, Map<String, Object> connection) {
        connection.putAll(Map.of(
                "acks",
                "all",
                "compression.type",
                "gzip",
                "max.request.size",
                LARGEST_RECORD,
                "partitioner.class",
                PartitionByArticle.class.getName()));
        AtomicReference<Exception> failed = new AtomicReference<>();
        AtomicInteger published = new AtomicInteger();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(connection, new StringSerializer(), new ByteArraySerializer())) {
            new ArchivedPages(folder, damage -> report.println("damaged: " + damage)).forEach(page -> {
                if (failed.get() == null && !page.fetchedAt().isBefore(since)) {
                    article(page)
                            .ifPresent(event -> producer.send(event, (place, e) -> {
                                if (e == null) {
                                    published.incrementAndGet();
                                } else if (e instanceof RecordTooLargeException) {
                                    report.println("left out, too large for the topic: " + page.url());
                                } else {
                                    failed.compareAndSet(null, e);
                                }
                            }));
                }
            });
            producer.flush();
        } catch (IOException | KafkaException e) {
            failed.compareAndSet(null, e);
        }
        if (failed.get() != null) {
            report.println(
                    "republish: " + BrokerConnection.reason(failed.get()) + "; run it again, twice does no harm");
            return 1;
        }
        report.println("republish: put " + published + (published.get() == 1 ? " article" : " articles") + " on "
                + Topics.ARTICLES);
        return 0;
    }

    private Optional<ProducerRecord<String, byte[]>> article(ArchivedPage page) {
        Optional<Asked> asked = page.asked();
        Origin origin = new Origin(
                // Of a page that an earlier version kept, its record stands for the request.
                asked.map(Asked::requestId)
                        .or(() -> WarcRecords.uuid(page.recordId()))
                        .orElseGet(UUID::randomUUID),
                asked.map(Asked::requestedUrl).or(() -> Optional.of(page.url().toString())),
                Optional.of(page.url()),
                page.fetchedAt(),
                Optional.of(page.recordId()),
                asked.map(Asked::rights),
                page.cutOff());
        try {
            return reader.readPage(origin, page.body(), page.contentType())
                    .article()
                    .map(encoder::encode)
                    .map(RepublishCommand::record);
        } catch (RuntimeException | StackOverflowError e) {
            // One page is one page's failure: those behind it are published.
            report.println("left out, not read: " + page.url() + ": " + e);
            return Optional.empty();
        }
    }

    /** CloudEvents 1.0 in binary mode, as the service's own channel writes them. */
    private static ProducerRecord<String, byte[]> record(EncodedEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.ARTICLES, event.key(), event.json());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id(),
                        "ce_source", event.source().toString(),
                        "ce_type", event.type(),
                        "ce_time", event.at().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> folder(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
