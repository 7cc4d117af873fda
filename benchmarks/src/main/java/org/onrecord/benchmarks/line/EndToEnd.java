package org.onrecord.benchmarks.line;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.onrecord.local.Line;
import org.onrecord.local.LineOptions;

/**
 * The packaged line as one, from the request for a page to the row that answers: {@code EndToEnd PROJECT [PAGES [RATE [SECONDS]]]}, 10,000
 * pages, ten a second and 120 seconds if nothing is said. First it is warmed by a thousand pages; then all pages are asked for as fast as the API takes them; then at the rate. Prints
 * articles a second, what each part took of the processor, memory, bytes on disk, and how long an article was on its way.
 */
public final class EndToEnd {

    private static final int WARMING = 1_000;
    private static final int ASKING = 8;
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Path project;
    private final int pages;
    private final int rate;
    private final int seconds;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EndToEnd(Path project, int pages, int rate, int seconds) {
        this.project = project;
        this.pages = pages;
        this.rate = rate;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        new EndToEnd(
                        Path.of(arguments[0]).toAbsolutePath(),
                        argument(arguments, 1, 10_000),
                        argument(arguments, 2, 10),
                        argument(arguments, 3, 120))
                .run();
    }

    private static int argument(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Path data = Files.createTempDirectory("onrecord-end-to-end");
        Map<String, String> environment = Map.of("ONRECORD_EGRESS_ALLOW", "127.0.0.0/8", "ONRECORD_HOST_DELAY", "0s");
        try (NewsSites sites = new NewsSites();
                Line line = new Line(new LineOptions(project, data, List.of(), environment, System.out::println))) {
            line.start();
            try (Connection database = DriverManager.getConnection(
                    line.postgresql().jdbcUrl(),
                    line.postgresql().user(),
                    line.postgresql().password())) {
                Instant start = Instant.now();
                ask(line, sites, 0, WARMING);
                awaitStored(database, WARMING);
                System.out.printf(
                        "warmed by %d pages in %d s%n",
                        WARMING, Duration.between(start, Instant.now()).toSeconds());
                all(line, sites, database);
                steadily(line, sites, database);
            }
        }
        System.out.println("its data lies in " + data);
    }

    private void all(Line line, NewsSites sites, Connection database)
            throws IOException, InterruptedException, SQLException {
        Consumption before = Consumption.of(line);
        long bytes = bytes(database);
        Instant start = Instant.now();
        ask(line, sites, WARMING, pages);
        Instant asked = Instant.now();
        awaitStored(database, WARMING + pages);
        Duration taken = Duration.between(start, Instant.now());
        Consumption after = Consumption.of(line);
        System.out.printf(
                Locale.ROOT,
                "%d pages in %.1f s: %.1f articles a second (asked for within %.1f s)%n",
                pages,
                taken.toMillis() / 1e3,
                pages * 1e3 / taken.toMillis(),
                Duration.between(start, asked).toMillis() / 1e3);
        System.out.println("part\tms of a core an article\tresident MB");
        double sum = 0;
        for (Map.Entry<String, Double> part : after.since(before).entrySet()) {
            sum += part.getValue();
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%.1f\t%d%n",
                    part.getKey(),
                    part.getValue() * 1e3 / pages,
                    after.residentMegabytes().get(part.getKey()));
        }
        System.out.printf(Locale.ROOT, "all\t%.1f%n", sum * 1e3 / pages);
        System.out.printf(
                Locale.ROOT,
                "%.1f KB of tables and indexes an article, %.1f quotes an article%n",
                (bytes(database) - bytes) / 1024.0 / pages,
                (double) number(database, "SELECT count(*) FROM quote WHERE current") / (WARMING + pages));
    }

    private void steadily(Line line, NewsSites sites, Connection database)
            throws IOException, InterruptedException, SQLException {
        int first = WARMING + pages;
        Map<String, Instant> asked = new HashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            long due = start + i * 1_000_000_000L / rate;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            asked.put(sites.url(first + i), Instant.now());
            submit(line, sites.url(first + i));
        }
        awaitStored(database, first + rate * seconds);
        List<Long> delays = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT url, stored_at FROM article WHERE version IS NOT NULL")) {
            while (rows.next()) {
                Instant at = asked.get(rows.getString("url"));
                if (at != null) {
                    delays.add(
                            Duration.between(at, rows.getTimestamp("stored_at").toInstant())
                                    .toMillis());
                }
            }
        }
        delays.sort(null);
        System.out.printf(
                "%d a second for %d s: from request to row p50 %d ms, p99 %d ms, at most %d ms%n",
                rate, seconds, delays.get(delays.size() / 2), delays.get(delays.size() * 99 / 100), delays.getLast());
    }

    private void ask(Line line, NewsSites sites, int first, int count) throws InterruptedException {
        List<Thread> asking = new ArrayList<>();
        for (int one = 0; one < ASKING; one++) {
            int share = one;
            asking.add(Thread.ofVirtual().start(() -> {
                for (int number = first + share; number < first + count; number += ASKING) {
                    submit(line, sites.url(number));
                }
            }));
        }
        for (Thread thread : asking) {
            thread.join();
        }
    }

    private void submit(Line line, String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(line.api().origin() + "/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"url\": \"" + url + "\"}"))
                .build();
        try {
            int status;
            do {
                status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 202) {
                    Thread.sleep(100);
                }
            } while (status != 202);
        } catch (IOException e) {
            throw new IllegalStateException("the API is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStored(Connection database, int count) throws SQLException, InterruptedException {
        Instant latest = Instant.now().plus(LONGEST);
        while (number(database, "SELECT count(*) FROM article WHERE version IS NOT NULL") < count) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("not all articles were stored within " + LONGEST);
            }
            Thread.sleep(200);
        }
    }

    private static long bytes(Connection database) throws SQLException {
        return number(database, "SELECT pg_database_size(current_database())");
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
