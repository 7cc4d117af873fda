package org.onrecord.benchmarks.reliability;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

import org.onrecord.benchmarks.fetching.VirtualHosts;
import org.onrecord.contracts.Topics;

/** Asks for one page after the other, each once, until it is ended; while the broker is away they wait. */
final class Load implements AutoCloseable {

    static final Duration BETWEEN_REQUESTS = Duration.ofMillis(100);

    private static final int HOSTS = 40;
    private static final Duration BROKER_AWAY = Duration.ofMinutes(5);

    private final VirtualHosts sites;
    private final KafkaProducer<String, String> producer;
    private final int first;
    private final AtomicLong requests = new AtomicLong();
    private final Thread asking;

    Load(VirtualHosts sites, String bootstrapServers) {
        this(sites, bootstrapServers, 0);
    }

    /** @param first the number of the first page that is asked for: those before it were asked for by others */
    Load(VirtualHosts sites, String bootstrapServers, int first) {
        this.sites = sites;
        this.first = first;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) BROKER_AWAY.toMillis(),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (int) BROKER_AWAY.toMillis()),
                new StringSerializer(),
                new StringSerializer());
        asking = Thread.ofVirtual().start(this::ask);
    }

    /** How many pages were asked for. */
    long requests() {
        return requests.get();
    }

    /** Returns when the broker has every request. */
    void end() throws InterruptedException {
        asking.interrupt();
        asking.join();
        producer.flush();
    }

    /** The page of a number. */
    String url(int number) {
        return sites.url(number % HOSTS, number / HOSTS);
    }

    /** Asks for a page again, as a request of its own. */
    void askAgain(String url) {
        ask(url, UUID.randomUUID());
    }

    private void ask(String url, UUID id) {
        producer.send(new ProducerRecord<>(Topics.FETCH_REQUESTS, url, """
                {"requestId": "%s", "url": "%s", "requestedAt": "%s"}""".formatted(id, url, Instant.now())));
    }

    private void ask() {
        try {
            while (true) {
                String url = url(first + (int) requests.get());
                ask(url, UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)));
                requests.incrementAndGet();
                Thread.sleep(BETWEEN_REQUESTS);
            }
        } catch (InterruptedException | InterruptException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        asking.interrupt();
        producer.close();
    }
}
