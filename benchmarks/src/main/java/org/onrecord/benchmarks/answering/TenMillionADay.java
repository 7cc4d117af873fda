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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.contracts.Topics;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/**
 * What gives way first at ten million articles a day: {@code TenMillionADay PROJECT [SAMPLE [ARTICLES [HEAP]]]}. A database with
 * a sample of what is there already (60,000 articles, say); into it the packaged API stores articles (6,000) in which the most frequent
 * person is ten times as frequent as in a usual day's. Told is what an article takes of each part, what the people of one frequent
 * surname take as they grow more, what a vacuum takes, and how fast one instance tells listeners; and for each how many articles a day that
 * is enough for.
 */
public final class TenMillionADay {

    private static final double ARTICLES_A_DAY = 10_000_000;
    private static final double SECONDS_A_DAY = 86_400;
    /** Of the average. */
    private static final double PEAK = 3;

    private static final int PEOPLE = 20_000;
    /** With it the first of them is in three articles of ten. */
    private static final double SKEW = 3.7;

    private static final List<Integer> SIGHTINGS = List.of(5_000, 20_000, 80_000, 320_000);
    private static final int LISTENERS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final EmbeddedPostgresql postgresql;
    private final ServiceProcess api;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private TenMillionADay(EmbeddedPostgresql postgresql, ServiceProcess api) {
        this.postgresql = postgresql;
        this.api = api;
    }

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]).toAbsolutePath();
        int sample = argument(arguments, 1, 60_000);
        int articles = argument(arguments, 2, 6_000);
        int heap = argument(arguments, 3, 512);
        Path folder = Files.createTempDirectory("onrecord-ten-million");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql postgresql =
                        EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
                KafkaProducer<String, byte[]> producer = producer(kafka);
                ServiceProcess api = PackagedApi.over(kafka, postgresql, project, folder.resolve("logs"), heap)) {
            api.start();
            api.awaitReady();
            TenMillionADay simulation = new TenMillionADay(postgresql, api);
            NewsGenerator.fill(postgresql, sample);
            simulation.store(producer, articles);
            simulation.tell();
            simulation.vacuum();
            simulation.settle(articles);
        }
        System.out.println("its data lies in " + folder);
    }

    private static int argument(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    /** What an article takes, once the JVM is warm. */
    private void store(KafkaProducer<String, byte[]> producer, int articles)
            throws IOException, SQLException, InterruptedException {
        MadeUpAnalyses analyses = new MadeUpAnalyses(PEOPLE, SKEW);
        long before = number("SELECT count(*) FROM analysis");
        for (int i = 0; i < articles; i++) {
            var analysis = analyses.of(i, Instant.now());
            producer.send(new ProducerRecord<>(
                    Topics.ANALYSES, analysis.article().articleId().toString(), json.writeValueAsBytes(analysis)));
        }
        producer.flush();
        int warming = articles / 2;
        await("SELECT count(*) >= " + (before + warming) + " FROM analysis");
        int warmed = (int) (number("SELECT count(*) FROM analysis") - before);
        long log = log();
        Map<String, Long> bytes = bytes();
        double database = databaseSeconds();
        double service = seconds(api.pid());
        long start = System.nanoTime();
        await("SELECT count(*) >= " + (before + articles) + " FROM analysis");
        double taken = (System.nanoTime() - start) / 1e9;
        int stored = articles - warmed;
        System.out.printf(Locale.ROOT, "stored %d articles, %.0f a second%n", stored, stored / taken);
        cores("API, storing and settling meanwhile", (seconds(api.pid()) - service) / stored);
        cores("PostgreSQL, storing and settling meanwhile", (databaseSeconds() - database) / stored);
        double logged = (double) (log() - log) / stored;
        System.out.printf(
                Locale.ROOT,
                "log of PostgreSQL: %.1f KB an article; at ten million a day %.0f MB a second at peak%n",
                logged / 1024,
                logged * perSecond() * PEAK / 1e6);
        Map<String, Long> grown = new TreeMap<>();
        bytes().forEach((relation, now) -> grown.put(relation, now - bytes.getOrDefault(relation, 0L)));
        double all = grown.values().stream().mapToLong(Long::longValue).sum() / (double) stored;
        System.out.printf(
                Locale.ROOT,
                "disk of PostgreSQL: %.1f KB an article; at ten million a day %.0f GB a day, %.0f TB a year; the most of it:%n",
                all / 1024,
                all * ARTICLES_A_DAY / 1e9,
                all * ARTICLES_A_DAY * 365 / 1e12);
        grown.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(8)
                .forEach(each -> System.out.printf(
                        Locale.ROOT, "  %-28s %6.1f KB%n", each.getKey(), each.getValue() / 1024.0 / stored));
    }

    private static double perSecond() {
        return ARTICLES_A_DAY / SECONDS_A_DAY;
    }

    private static void cores(String part, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f ms of a core an article; a core is enough for %.1f million a day, ten million take %.1f cores at peak%n",
                part,
                seconds * 1e3,
                SECONDS_A_DAY / seconds / 1e6,
                seconds * perSecond() * PEAK);
    }

    /** After one in a hundred articles was read again: all of an index is looked through for what went. */
    private void vacuum() throws SQLException {
        for (String table : List.of("quote_name", "quote", "entity_name")) {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
                statement.execute("SET synchronous_commit = off");
                int gone = statement.executeUpdate(
                        "DELETE FROM " + table
                                + " WHERE analysis_id IN (SELECT analysis_id FROM analysis TABLESAMPLE BERNOULLI (1) REPEATABLE (7))");
                double before = databaseSeconds();
                long start = System.nanoTime();
                statement.execute("VACUUM (INDEX_CLEANUP ON) " + table);
                double taken = (System.nanoTime() - start) / 1e9;
                double bytes = number("SELECT pg_total_relation_size('" + table + "')");
                double aYear = bytes / number("SELECT count(*) FROM article") * ARTICLES_A_DAY * 365;
                System.out.printf(
                        Locale.ROOT,
                        "vacuum of %s: %.0f MB in %.1f s (%.1f s of a core) for %d rows that went; of a year in one table (%.0f TB) %.0f hours, of a month %.0f, from memory%n",
                        table,
                        bytes / 1e6,
                        taken,
                        databaseSeconds() - before,
                        gone,
                        aYear / 1e12,
                        taken * aYear / bytes / 3600,
                        taken * aYear / bytes / 12 / 3600);
            }
        }
    }

    /** How many lines of the log a second one instance compares with what listeners ask, and tells. */
    private void tell() throws SQLException, InterruptedException {
        long lines = number("SELECT count(*) FROM quote_log_by_day");
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AtomicLong told = new AtomicLong();
        List<Stream<String>> open = new ArrayList<>();
        double service = seconds(api.pid());
        double database = databaseSeconds();
        long start = System.nanoTime();
        for (int i = 0; i < LISTENERS; i++) {
            boolean all = i == 0;
            URI uri = api.origin().resolve("/v1/stream?after=0-0" + (all ? "" : "&speaker=surname" + i));
            client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAcceptAsync(
                            response -> {
                                synchronized (open) {
                                    open.add(response.body());
                                }
                                response.body()
                                        .filter(line -> all && line.startsWith("data:{"))
                                        .forEach(line -> told.incrementAndGet());
                            },
                            task -> Thread.ofVirtual().start(task));
        }
        long latest = System.nanoTime() + LONGEST.toNanos();
        while (told.get() < lines && System.nanoTime() < latest) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        double taken = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "streams: %d of %d lines told to %d listeners in %.1f s, %.0f a second; at peak ten million a day are %.0f a second; %.2f ms of a core of the API a line, %.2f of PostgreSQL's%n",
                told.get(),
                lines,
                LISTENERS,
                taken,
                lines / taken,
                5 * perSecond() * PEAK,
                (seconds(api.pid()) - service) * 1e3 / lines,
                (databaseSeconds() - database) * 1e3 / lines);
        synchronized (open) {
            open.forEach(Stream::close);
        }
    }

    /** What the people of one surname take, as the articles that name it grow more; the service may not outlive it. */
    private void settle(int articles) throws SQLException, InterruptedException {
        await("SELECT count(*) = 0 FROM surname_waiting");
        double share = number("SELECT max(n) FROM (SELECT count(DISTINCT analysis_id) AS n FROM entity"
                        + " WHERE surname LIKE 'surname%' GROUP BY surname) AS counted")
                / (double) articles;
        System.out.printf(Locale.ROOT, "the most frequent surname is in %.0f %% of the articles%n", 100 * share);
        for (int many : SIGHTINGS) {
            String surname = "frequent" + many;
            execute("""
                    INSERT INTO article (article_id, first_seen_at, last_seen_at, dated_at)
                    SELECT md5('%1$s' || i)::uuid, now(), now(), now() FROM generate_series(1, %2$d) AS i;
                    INSERT INTO analysis (analysis_id, article_id, version, extractor, analyser, fetched_at, analysed_at, digest, sentences)
                    SELECT md5('%1$s' || i)::uuid, md5('%1$s' || i)::uuid, 'v', 'e', 'a', now(), now(), 'd', '[]'
                    FROM generate_series(1, %2$d) AS i;
                    INSERT INTO entity (analysis_id, entity_no, entity_id, type, name, name_key, aliases, roles, mentions)
                    SELECT md5('%1$s' || i)::uuid, no, md5(name)::uuid, type, name, lower(name), '[]', '["minister"]', 2
                    FROM generate_series(1, %2$d) AS i, LATERAL (VALUES
                        (0, 'person', 'Given' || i %% 97 || ' %1$s'), (1, 'person', 'Some Other' || i %% 1009),
                        (2, 'organisation', 'Company ' || i %% 2003), (3, 'organisation', 'Company ' || i %% 499),
                        (4, 'place', 'Town ' || i %% 997)) AS names (no, type, name);
                    ANALYZE entity; ANALYZE analysis; ANALYZE article;
                    INSERT INTO surname_waiting (surname) VALUES ('%1$s')""".formatted(surname, many));
            double service = seconds(api.pid());
            long start = System.nanoTime();
            while (number("SELECT count(*) FROM surname_settled WHERE surname = '" + surname + "'") == 0) {
                if (!api.isAlive()) {
                    System.out.printf(
                            "settling a surname of %d articles: the service ends, out of memory; at ten million a day there are as many after %.0f minutes%n",
                            many, minutesUntil(many, share));
                    return;
                }
                // Taken off the list in one transaction with what it says is settled.
                if (number("SELECT (SELECT count(*) FROM surname_waiting WHERE surname = '%1$s')".formatted(surname)
                                + " + (SELECT count(*) FROM surname_settled WHERE surname = '%1$s')".formatted(surname))
                        == 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "settling a surname of %d articles: left as it is, the heap is too small; at ten million a day there are as many after %.0f minutes%n",
                            many,
                            minutesUntil(many, share));
                    return;
                }
                if (System.nanoTime() - start > LONGEST.toNanos()) {
                    System.out.printf("settling a surname of %d articles: not done in %s%n", many, LONGEST);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            System.out.printf(
                    Locale.ROOT,
                    "settling a surname of %d articles, first: %d ms, %.1f s of a core of the API; at ten million a day there are as many after %.0f minutes%n",
                    many,
                    number("SELECT extract(milliseconds FROM took)::bigint FROM surname_settled WHERE surname = '"
                            + surname + "'"),
                    seconds(api.pid()) - service,
                    minutesUntil(many, share));
        }
    }

    /** Of the most frequent surname, at ten times the usual skew. */
    private static double minutesUntil(int many, double share) {
        return many / (share * ARTICLES_A_DAY) * SECONDS_A_DAY / 60;
    }

    private long log() throws SQLException {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    private Map<String, Long> bytes() throws SQLException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT relname, CASE WHEN relkind = 'r' THEN pg_table_size(oid) ELSE pg_relation_size(oid) END AS bytes"
                                + " FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')")) {
            while (rows.next()) {
                bytes.put(rows.getString("relname"), rows.getLong("bytes"));
            }
        }
        return bytes;
    }

    private double databaseSeconds() {
        return ProcessHandle.of(postgresql.pid()).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                .mapToDouble(process -> seconds(process.pid()))
                .sum();
    }

    /** Of a processor, since it was started; 0 of a process that has ended. */
    private static double seconds(long process) {
        return ProcessHandle.of(process)
                        .flatMap(one -> one.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static KafkaProducer<String, byte[]> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private void await(String condition) throws SQLException, InterruptedException {
        long latest = System.nanoTime() + LONGEST.toNanos();
        while (number("SELECT (" + condition + ")::integer") == 0 && api.isAlive() && System.nanoTime() < latest) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
    }
}
