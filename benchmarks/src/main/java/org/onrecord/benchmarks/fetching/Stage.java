package org.onrecord.benchmarks.fetching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.onrecord.contracts.Topics;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/** A broker, a database and packaged scrapers, each a process of its own. */
final class Stage implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 512;

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgresql postgresql;
    private final List<ServiceProcess> scrapers = new ArrayList<>();
    private final KafkaProducer<String, String> requests;
    private final KafkaConsumer<String, String> articles;
    private final Map<String, Integer> published = new HashMap<>();

    Stage() throws IOException {
        folder = Files.createTempDirectory("onrecord-fetch-load");
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
        postgresql = EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
        Map<String, Object> broker = Map.of("bootstrap.servers", kafka.bootstrapServers());
        requests = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
        Map<String, Object> reading = new HashMap<>(broker);
        reading.putAll(Map.of("group.id", "fetch-load", "auto.offset.reset", "earliest"));
        articles = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
        articles.subscribe(List.of(Topics.ARTICLES));
    }

    /** Starts one more scraper and waits until it is ready. */
    ServiceProcess scraper(Path project, Duration hostDelay) throws IOException, InterruptedException {
        return scraper(project, hostDelay, Map.of());
    }

    /** The same with more of its environment. */
    ServiceProcess scraper(Path project, Duration hostDelay, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "ONRECORD_ACCESS_MODE", "open",
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "ONRECORD_DATABASE_URL", postgresql.jdbcUrl(),
                "ONRECORD_DATABASE_USER", postgresql.user(),
                "ONRECORD_DATABASE_PASSWORD", postgresql.password(),
                "ONRECORD_EGRESS_ALLOW", "127.0.0.0/8",
                "ONRECORD_ARCHIVE", folder.resolve("archive").toString(),
                "ONRECORD_HOST_DELAY", hostDelay.toString()));
        String name = "scraper-" + scrapers.size();
        Path jar = project.resolve("scraper-service/target/quarkus-app/quarkus-run.jar");
        ServiceProcess scraper =
                new ServiceProcess(name, jar, LoopbackPort.free(), HEAP_MEGABYTES, environment, folder.resolve("logs"));
        scrapers.add(scraper);
        scraper.start();
        scraper.awaitReady();
        return scraper;
    }

    void request(String url) {
        String json = "{\"requestId\": \"%s\", \"url\": \"%s\", \"requestedAt\": \"2026-11-25T04:00:00Z\"}"
                .formatted(UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)), url);
        requests.send(new ProducerRecord<>(Topics.FETCH_REQUESTS, url, json));
    }

    /** Takes in what was published since; how often each article was, by its id. */
    Map<String, Integer> published(Duration longest) {
        for (ConsumerRecord<String, String> record : articles.poll(longest)) {
            if (record.value() != null) {
                published.merge(record.key().substring(0, record.key().indexOf('/')), 1, Integer::sum);
            }
        }
        return published;
    }

    /** The process that started all others of the database. */
    long database() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("postgresql"))) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(pid).getFirst().strip());
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        requests.close();
        articles.close();
        scrapers.forEach(ServiceProcess::close);
        kafka.close();
        try {
            postgresql.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop: " + e.getMessage());
        }
    }
}
