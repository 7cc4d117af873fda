package org.onrecord.benchmarks.answering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/**
 * The packaged API over many articles: {@code Answers PROJECT ARTICLES [FOLDER [SECONDS [QUESTION]]]}. The database is filled
 * first, unless the folder has one that was filled; then wrk asks each question over twenty connections for some seconds, or
 * those alone whose names contain QUESTION, and pgbench sends the same SQL. Both have to be on the PATH.
 */
public final class Answers {

    private static final int CLIENTS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int USUAL_SECONDS = 8;
    private static final int PATHS = 20_000;
    /** Articles that many ask for at a time. */
    private static final int LATELY = 500;

    private static final int DEPTH = 10_000;
    private static final int PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private static final String MARK = "load: ";

    /** Each of wrk's threads begins at another place of the list. */
    private static final String ASK = """
            local paths = {}
            for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
            local threads = 0
            function setup(thread) thread:set("at", threads * 7919); threads = threads + 1 end
            function request() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
            function done(summary, latency, requests)
              print(string.format("load: %.1f %.3f %.3f %d", summary.requests / summary.duration * 1e6,
                latency:percentile(50) / 1000, latency:percentile(99) / 1000,
                summary.errors.status + summary.errors.timeout + summary.errors.read + summary.errors.connect))
            end
            """;

    /** @param path with names in braces for what is another each time */
    private record Question(String name, String path) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("article by id", "/v1/articles/{article}"),
            new Question("article by id, of five hundred", "/v1/articles/{lately}"),
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
    private final int seconds;
    private final String only;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Answers(int articles, int seconds, String only) {
        this.seconds = seconds;
        this.only = only;
        this.articles = articles;
        this.entities = NewsGenerator.entities(articles);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int articles = Integer.parseInt(arguments[1]);
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("onrecord-answers");
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : USUAL_SECONDS;
        String only = arguments.length > 4 ? arguments[4] : "";
        new Answers(articles, seconds, only).run(Path.of(arguments[0]), folder);
    }

    private void run(Path project, Path folder) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        Path filled = folder.resolve("filled-" + articles);
        try (EmbeddedPostgresql postgresql =
                EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free())) {
            SameSql.prepare(postgresql, folder);
            size(postgresql);
        }
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
            SameSql sql = new SameSql(postgresql, folder);
            for (Question question : QUESTIONS) {
                if (question.name().contains(only)) {
                    measure(api.origin(), question, sql, folder);
                }
            }
            if (!only.isEmpty()) {
                return;
            }
            measure(
                    api.origin(),
                    new Question("newest quotes, behind the first " + DEPTH, pageBehind(api.origin(), DEPTH)),
                    sql,
                    folder);
            export(api.origin());
        }
    }

    /** As anybody sets up a server of a million articles: the defaults are for a machine of long ago. */
    private static void size(EmbeddedPostgresql postgresql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
                Statement settings = connection.createStatement()) {
            settings.execute("ALTER SYSTEM SET shared_buffers = '4GB'");
            settings.execute("ALTER SYSTEM SET effective_cache_size = '16GB'");
            settings.execute("ALTER SYSTEM SET max_wal_size = '8GB'");
            settings.execute("ALTER SYSTEM SET random_page_cost = 1.1");
        }
    }

    private void measure(URI api, Question question, SameSql sql, Path folder)
            throws IOException, InterruptedException, SQLException {
        Path paths = folder.resolve("paths");
        Random random = new Random(question.name().hashCode());
        List<String> all =
                Stream.generate(() -> path(question, random)).limit(PATHS).toList();
        Files.write(paths, all);
        ask(api, paths, WARM_UP);
        Load load = ask(api, paths, Duration.ofSeconds(seconds));
        System.out.printf(
                Locale.ROOT,
                "%-45s %7.0f a second; median %5.1f ms, p99 %6.1f ms, %d clients, %d answers that were none%n",
                question.name(),
                load.perSecond(),
                load.median(),
                load.p99(),
                CLIENTS,
                load.failed());
        SameSql.Times alone = sql.of(api, client, all, CLIENTS, Duration.ofSeconds(seconds));
        System.out.printf(
                Locale.ROOT,
                "%-45s %7.0f a second; median %5.1f ms, p99 %6.1f ms: of p99 the answer is %.1f times%n",
                "- the same SQL by pgbench",
                alone.perSecond(),
                alone.median(),
                alone.p99(),
                load.p99() / alone.p99());
    }

    /** The path of the page that follows so many quotes, reached as a caller reaches it. */
    private String pageBehind(URI api, int quotes) throws IOException, InterruptedException {
        String path = "/v1/quotes?limit=" + PAGE;
        for (int page = 0; page < quotes / PAGE; page++) {
            HttpRequest request = HttpRequest.newBuilder(api.resolve(path)).build();
            String link = client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Link")
                    .orElseThrow(() -> new IOException("fewer quotes than " + quotes));
            path = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        return path.replace("limit=" + PAGE, "limit=" + USUAL_PAGE);
    }

    /** Times are in milliseconds. */
    private record Load(double perSecond, double median, double p99, long failed) {
        static Load of(String line) {
            String[] numbers = line.split(" ");
            return new Load(
                    Double.parseDouble(numbers[0]),
                    Double.parseDouble(numbers[1]),
                    Double.parseDouble(numbers[2]),
                    Long.parseLong(numbers[3]));
        }
    }

    /** What wrk says (a package of Debian's). */
    private static Load ask(URI api, Path paths, Duration duration) throws IOException, InterruptedException {
        Path script = paths.resolveSibling("ask.lua");
        Files.writeString(script, ASK);
        ProcessBuilder builder = new ProcessBuilder(
                "wrk",
                "-t2",
                "-c" + CLIENTS,
                "-d" + duration.toSeconds() + "s",
                "-s",
                script.toString(),
                api.toString());
        builder.environment().put("PATHS", paths.toString());
        Process wrk = builder.redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk: " + said);
        }
        return Load.of(said.lines()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .orElseThrow()
                .substring(MARK.length()));
    }

    private String path(Question question, Random random) {
        long entity = skewed(random);
        return question.path()
                .replace(
                        "{article}",
                        Md5.uuid("article" + (1 + random.nextInt(articles))).toString())
                .replace(
                        "{lately}",
                        Md5.uuid("article" + (1 + random.nextInt(LATELY))).toString())
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
