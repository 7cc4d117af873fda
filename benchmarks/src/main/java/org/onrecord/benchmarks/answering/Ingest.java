package org.onrecord.benchmarks.answering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Topics;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/**
 * From the events of the NLP service to rows: {@code Ingest PROJECT ARTICLES STREAMS}. How many articles the packaged API stores
 * in a second when as many wait as there are, how long it takes to settle who their people are and which quotes are one utterance,
 * and, with that many listeners of {@code /v1/stream}, how long after its event was published the last of them has a new quote.
 */
public final class Ingest {

    private static final int PEOPLE = 20_000;
    private static final int TRIALS = 5;

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final MadeUpAnalyses analyses = new MadeUpAnalyses(PEOPLE);

    private Ingest() {}

    public static void main(String[] arguments) throws Exception {
        new Ingest().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    private void run(Path project, int articles, int streams) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("onrecord-ingest");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql postgresql =
                        EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
                KafkaProducer<String, byte[]> producer = producer(kafka);
                ServiceProcess api = PackagedApi.over(kafka, postgresql, project, folder.resolve("logs"))) {
            long bytes = 0;
            for (int i = 0; i < articles; i++) {
                bytes += publish(producer, analyses.of(i, Instant.now()));
            }
            producer.flush();
            System.out.printf(Locale.ROOT, "%d events of %d bytes on average wait%n", articles, bytes / articles);
            api.start();
            api.awaitReady();
            store(postgresql, articles);
            settle(postgresql);
            listen(api.origin(), producer, articles, streams);
        }
    }

    private static void store(EmbeddedPostgresql postgresql, int articles) throws SQLException, InterruptedException {
        // The JVM goes on getting faster for a minute.
        await(postgresql, "SELECT count(*) >= " + articles / 2 + " FROM analysis");
        long start = System.nanoTime();
        long before = number(postgresql, "SELECT count(*) FROM analysis");
        await(postgresql, "SELECT count(*) >= " + articles + " FROM analysis");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "stored: %d articles in %.1f s, %.0f a second%n",
                articles - before,
                seconds,
                (articles - before) / seconds);
    }

    private static void settle(EmbeddedPostgresql postgresql) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long waiting = number(postgresql, "SELECT count(DISTINCT surname) FROM surname_waiting");
        await(postgresql, "SELECT count(*) = 0 FROM surname_waiting");
        System.out.printf(
                Locale.ROOT,
                "people: %d surnames that waited then, of %d mentions, settled in %.1f s; the one of most articles (%d) in %d ms%n",
                waiting,
                number(postgresql, "SELECT count(*) FROM entity WHERE type = 'person'"),
                (System.nanoTime() - start) / 1e9,
                number(
                        postgresql,
                        "SELECT max(n) FROM (SELECT count(*) AS n FROM entity WHERE surname IS NOT NULL GROUP BY surname) AS s"),
                number(postgresql, "SELECT max(extract(milliseconds FROM took))::bigint FROM surname_settled"));
        await(postgresql, "SELECT count(*) = 0 FROM wording_waiting");
        System.out.printf(
                Locale.ROOT,
                "utterances: %d wordings, %d of them with others, settled in %.1f s%n",
                number(postgresql, "SELECT count(*) FROM wording"),
                number(postgresql, "SELECT count(*) FROM wording WHERE utterance_id IS NOT NULL"),
                (System.nanoTime() - start) / 1e9);
    }

    private void listen(URI api, KafkaProducer<String, byte[]> producer, int from, int streams)
            throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, CountDownLatch> expected = new ConcurrentHashMap<>();
        CountDownLatch open = new CountDownLatch(streams);
        for (int i = 0; i < streams; i++) {
            client.sendAsync(
                            HttpRequest.newBuilder(api.resolve("/v1/stream")).build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .thenAcceptAsync(
                            response -> {
                                if (response.statusCode() == 200) {
                                    open.countDown();
                                    follow(response.body(), expected);
                                }
                            },
                            task -> Thread.ofVirtual().start(task));
        }
        if (!open.await(60, TimeUnit.SECONDS)) {
            System.out.println(open.getCount() + " streams did not open");
        }
        long[] millis = new long[TRIALS];
        for (int trial = 0; trial < TRIALS; trial++) {
            TimeUnit.SECONDS.sleep(2);
            Analysis analysis = analyses.of(from + trial, Instant.now());
            String quote = analysis.quotes().getFirst().quoteId().toString();
            CountDownLatch told = new CountDownLatch(streams);
            expected.put(quote, told);
            long start = System.nanoTime();
            publish(producer, analysis);
            producer.flush();
            boolean all = told.await(30, TimeUnit.SECONDS);
            millis[trial] = Duration.ofNanos(System.nanoTime() - start).toMillis();
            if (!all) {
                System.out.println(told.getCount() + " streams were told nothing in 30 s");
            }
        }
        System.out.println(streams + " streams: the last one had a quote after its event was published within "
                + Arrays.toString(millis) + " ms");
    }

    private static void follow(Stream<String> lines, Map<String, CountDownLatch> expected) {
        lines.forEach(line -> {
            int id = line.indexOf("\"id\":\"");
            if (line.startsWith("data:") && id > 0) {
                CountDownLatch told = expected.get(line.substring(id + 6, id + 42));
                if (told != null) {
                    told.countDown();
                }
            }
        });
    }

    private int publish(KafkaProducer<String, byte[]> producer, Analysis analysis) {
        try {
            byte[] value = json.writeValueAsBytes(analysis);
            producer.send(new ProducerRecord<>(
                    Topics.ANALYSES, analysis.article().articleId().toString(), value));
            return value.length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void await(EmbeddedPostgresql postgresql, String condition)
            throws SQLException, InterruptedException {
        while (!"t".equals(text(postgresql, condition))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static long number(EmbeddedPostgresql postgresql, String sql) throws SQLException {
        return Long.parseLong(text(postgresql, sql));
    }

    private static String text(EmbeddedPostgresql postgresql, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
