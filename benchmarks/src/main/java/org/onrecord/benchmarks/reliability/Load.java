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
    private final AtomicLong requests = new AtomicLong();
    private final Thread asking;

    Load(VirtualHosts sites, String bootstrapServers) {
        this.sites = sites;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
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

    private void ask() {
        try {
            while (true) {
                int number = (int) requests.get();
                String url = sites.url(number % HOSTS, number / HOSTS);
                UUID id = UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
                producer.send(new ProducerRecord<>(Topics.FETCH_REQUESTS, url, """
                        {"requestId": "%s", "url": "%s", "requestedAt": "%s"}""".formatted(id, url, Instant.now())));
                requests.incrementAndGet();
                Thread.sleep(BETWEEN_REQUESTS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        asking.interrupt();
        producer.close();
    }
}
