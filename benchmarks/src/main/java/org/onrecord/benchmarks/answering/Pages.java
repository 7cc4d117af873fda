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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/**
 * The packaged API's pages over many articles, as browsers ask for them: {@code Pages PROJECT ARTICLES [FOLDER [SECONDS]]}. The
 * database is filled first, unless the folder has one that was filled, as that of {@code Answers} is. Each page is then asked for
 * by one reader and by eight at once, another one of its kind each time; its bytes are those over the wire, packed by gzip.
 */
public final class Pages {

    private static final int[] READERS = {1, 8};
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int USUAL_SECONDS = 10;

    /** @param path with names in braces for what is another each time */
    private record Page(String name, String path) {}

    private static final List<Page> PAGES = List.of(
            new Page("front page", "/"),
            new Page("search by speaker", "/?speaker=name+{entity}"),
            new Page("search by words", "/?q={number}"),
            new Page("search by frequent words", "/?q=harbour+treaty"),
            new Page("a person", "/entities/{person}"),
            new Page("the most frequent person", "/entities/{most}"),
            new Page("an article", "/articles/{article}"),
            new Page("compare two", "/compare?name=name+{entity}&name=name+{other}"));

    private final int articles;
    private final int entities;
    private final Duration time;
    private List<String> people = List.of();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Pages(int articles, Duration time) {
        this.articles = articles;
        this.entities = NewsGenerator.entities(articles);
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int articles = Integer.parseInt(arguments[1]);
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("onrecord-pages");
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : USUAL_SECONDS;
        new Pages(articles, Duration.ofSeconds(seconds)).run(Path.of(arguments[0]), folder);
    }

    private void run(Path project, Path folder) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        Path filled = folder.resolve("filled-" + articles);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql postgresql =
                        EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
                ServiceProcess api = PackagedApi.over(kafka, postgresql, project, folder.resolve("logs"))) {
            api.start();
            api.awaitReady();
            if (!Files.exists(filled)) {
                NewsGenerator.fill(postgresql, articles);
                Files.createFile(filled);
            }
            people = people(postgresql);
            for (Page page : PAGES) {
                ask(api.origin(), page, 2, WARM_UP);
                for (int readers : READERS) {
                    Times times = ask(api.origin(), page, readers, time);
                    System.out.printf(
                            Locale.ROOT,
                            "%-26s %d at once: median %6.1f ms, p99 %6.1f ms, %5.1f kB on average, %d pages%n",
                            page.name(),
                            readers,
                            times.at(0.5),
                            times.at(0.99),
                            times.bytes() / 1000.0,
                            times.nanoseconds().size());
                }
            }
        }
    }

    /** Some who have a page, those of most articles first. */
    private static List<String> people(EmbeddedPostgresql postgresql) throws SQLException {
        List<String> people = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
                ResultSet row = connection.createStatement().executeQuery("""
                        SELECT entity_id FROM entity TABLESAMPLE SYSTEM (5) REPEATABLE (1) WHERE type = 'person'
                        GROUP BY entity_id ORDER BY count(*) DESC, entity_id LIMIT 5000""")) {
            while (row.next()) {
                people.add(row.getString(1));
            }
        }
        return people;
    }

    /** In ascending order, with the average length. */
    private record Times(List<Long> nanoseconds, long bytes) {
        double at(double share) {
            return nanoseconds.get((int) (share * (nanoseconds.size() - 1))) / 1e6;
        }
    }

    private Times ask(URI api, Page page, int readers, Duration duration) throws IOException, InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        AtomicLong bytes = new AtomicLong();
        List<Long> all = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                Random random = new Random(i + 31L * page.name().hashCode());
                reading.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        bytes.addAndGet(length(api.resolve(path(page, random))));
                        all.add(System.nanoTime() - start);
                    }
                }));
            }
            for (Future<?> reader : reading) {
                reader.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        List<Long> times = new ArrayList<>(all);
        Collections.sort(times);
        return new Times(times, bytes.get() / times.size());
    }

    private long length(URI page) {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(page + " answered " + answer.statusCode());
            }
            return answer.body().length;
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private String path(Page page, Random random) {
        long entity = skewed(random);
        return page.path()
                .replace(
                        "{article}",
                        Md5.uuid("article" + (1 + random.nextInt(articles))).toString())
                .replace("{person}", people.get((int) (people.size() * Math.pow(random.nextDouble(), 3))))
                .replace("{most}", people.getFirst())
                .replace("{entity}", "" + entity)
                .replace("{other}", "" + skewed(random))
                .replace("{number}", "" + random.nextInt(5000));
    }

    private long skewed(Random random) {
        return (long) (entities * Math.pow(random.nextDouble(), 3));
    }
}
