package org.onrecord.benchmarks.answering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.onrecord.local.EmbeddedKafka;
import org.onrecord.local.EmbeddedPostgresql;
import org.onrecord.local.LoopbackPort;
import org.onrecord.local.ServiceProcess;

/**
 * The packaged API over many articles: {@code Answers PROJECT ARTICLES [FOLDER]}. The database is filled first, unless the
 * folder has one that was filled; then twenty clients ask each question for some seconds.
 */
public final class Answers {

    private static final int CLIENTS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(8);

    /** @param path with %d for an article's and %s for an entity's number */
    private record Question(String name, String path) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("article by id", "/v1/articles/{article}"),
            new Question("quotes by speaker", "/v1/quotes?speaker=name+{entity}"),
            new Question("quotes by frequent speaker", "/v1/quotes?speaker=name+0"),
            new Question(
                    "quotes by speaker and topic in a time range",
                    "/v1/quotes?speaker=name+{entity}&about=name+{other}&from=2015-01-01&to=2020-12-31"),
            new Question(
                    "quotes by frequent speaker and topic",
                    "/v1/quotes?speaker=name+0&about=name+{other}&from=2015-01-01&to=2020-12-31"),
            new Question("full-text quotes", "/v1/quotes?q={number}"),
            new Question("full-text quotes, frequent words", "/v1/quotes?q=harbour+treaty"),
            new Question("entity timeline", "/v1/entities/{entityId}/timeline?interval=month"),
            new Question("newest quotes", "/v1/quotes"));

    private final int articles;
    private final int entities;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Answers(int articles) {
        this.articles = articles;
        this.entities = NewsGenerator.entities(articles);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int articles = Integer.parseInt(arguments[1]);
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("onrecord-answers");
        new Answers(articles).run(Path.of(arguments[0]), folder);
    }

    private void run(Path project, Path folder) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        Path filled = folder.resolve("filled-" + articles);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql postgresql =
                        EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
                ServiceProcess api = new ServiceProcess(
                        "api-service",
                        project.resolve("api-service/target/quarkus-app/quarkus-run.jar"),
                        LoopbackPort.free(),
                        256,
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                                "ONRECORD_DATABASE_URL", postgresql.jdbcUrl(),
                                "ONRECORD_DATABASE_USER", postgresql.user(),
                                "ONRECORD_DATABASE_PASSWORD", postgresql.password(),
                                "ONRECORD_SCRAPER_URL", "http://127.0.0.1:9",
                                "ONRECORD_NLP_URL", "http://127.0.0.1:9",
                                "ONRECORD_ACCESS_MODE", "open"),
                        folder.resolve("logs"))) {
            api.start();
            api.awaitReady();
            if (!Files.exists(filled)) {
                NewsGenerator.fill(postgresql, articles);
                Files.createFile(filled);
            }
            for (Question question : QUESTIONS) {
                measure(api.origin(), question);
            }
            export(api.origin());
        }
    }

    private void measure(URI api, Question question) throws InterruptedException {
        ask(api, question, WARM_UP);
        long[] sorted = ask(api, question, MEASURED);
        System.out.printf(
                Locale.ROOT,
                "%-45s %7.0f a second; median %5.1f ms, p99 %6.1f ms, %d clients%n",
                question.name(),
                sorted.length / (double) MEASURED.toSeconds(),
                sorted.length == 0 ? 0 : sorted[sorted.length / 2] / 1e6,
                sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.99)] / 1e6,
                CLIENTS);
    }

    /** The latencies in nanoseconds, sorted. */
    private long[] ask(URI api, Question question, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        AtomicInteger failed = new AtomicInteger();
        long[][] latencies = new long[CLIENTS][];
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                clients.execute(() -> latencies[number] = askOne(api, question, end, new Random(number), failed));
            }
            clients.shutdown();
            clients.awaitTermination(10, TimeUnit.MINUTES);
        }
        if (failed.get() > 0) {
            System.out.println(failed.get() + " answers were no answers: " + question.path());
        }
        return Arrays.stream(latencies).flatMapToLong(LongStream::of).sorted().toArray();
    }

    private long[] askOne(URI api, Question question, long end, Random random, AtomicInteger failed) {
        LongStream.Builder latencies = LongStream.builder();
        while (System.nanoTime() < end) {
            HttpRequest request =
                    HttpRequest.newBuilder(api.resolve(path(question, random))).build();
            long start = System.nanoTime();
            try {
                if (client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                                .statusCode()
                        != 200) {
                    failed.incrementAndGet();
                }
            } catch (IOException e) {
                failed.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            latencies.add(System.nanoTime() - start);
        }
        return latencies.build().toArray();
    }

    private String path(Question question, Random random) {
        long entity = skewed(random);
        return question.path()
                .replace(
                        "{article}",
                        Md5.uuid("article" + (1 + random.nextInt(articles))).toString())
                .replace("{entityId}", Md5.uuid("person" + entity).toString())
                .replace("{entity}", "" + entity)
                .replace("{other}", "" + skewed(random))
                .replace("{number}", "" + random.nextInt(5000));
    }

    private long skewed(Random random) {
        return (long) (entities * Math.pow(random.nextDouble(), 3));
    }

    private void export(URI api) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("/v1/exports/quotes")).build();
        long lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body().count();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "export: %d quotes in %.1f s, %.0f a second%n", lines, seconds, lines / seconds);
    }
}
