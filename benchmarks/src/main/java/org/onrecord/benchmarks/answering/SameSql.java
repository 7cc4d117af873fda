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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.local.server.EmbeddedPostgresql;

/**
 * The statements that the API sends for some requests, as PostgreSQL logs them, sent again by pgbench (a package of
 * Debian's): what the database alone takes for the same. Each request is one script; a statement that the API has planned
 * once is planned once here too.
 */
final class SameSql {

    /** pgbench takes 128 scripts at most. */
    private static final int REQUESTS = 120;

    private static final String UNPLANNED = "/* planned each time */ ";
    private static final String BETWEEN = "SELECT 'request'";
    private static final Pattern EXECUTE = Pattern.compile("^execute ([^:]+): (.*)$", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
    /** What the API asks on its own account meanwhile. */
    private static final Pattern BACKGROUND =
            Pattern.compile("quote_log|_waiting|pg_try_advisory|^\\s*(BEGIN|COMMIT|SET)");

    private final EmbeddedPostgresql postgresql;
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    /** @param postgresql that was set up to log and started again since */
    SameSql(EmbeddedPostgresql postgresql, Path folder) {
        this.postgresql = postgresql;
        this.folder = folder;
    }

    /** Has the server log into the folder from its next start on. */
    static void prepare(EmbeddedPostgresql postgresql, Path folder) throws SQLException {
        try (Connection connection = connection(postgresql);
                Statement settings = connection.createStatement()) {
            settings.execute("ALTER SYSTEM SET logging_collector = on");
            settings.execute("ALTER SYSTEM SET log_destination = 'jsonlog'");
            settings.execute("ALTER SYSTEM SET log_directory = '" + logs(folder).toAbsolutePath() + "'");
            settings.execute("ALTER SYSTEM SET log_file_mode = 420");
        }
    }

    private static Path logs(Path folder) {
        return folder.resolve("postgresql-logs");
    }

    /** Milliseconds, and how many a second. */
    record Times(double perSecond, double median, double p99) {}

    /** Asks the API for the first of the paths, and the database for the same. */
    Times of(URI api, HttpClient client, List<String> paths, int clients, Duration duration)
            throws IOException, InterruptedException, SQLException {
        List<List<String>> requests = statements(api, client, paths.subList(0, REQUESTS));
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        try (Stream<Path> old = Files.list(scripts)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-h", "127.0.0.1", "-U", postgresql.user()));
        URI database = URI.create(postgresql.jdbcUrl().substring("jdbc:".length()));
        command.addAll(List.of("-p", "" + database.getPort(), "-c", "" + clients, "-j", "2"));
        command.addAll(List.of("-T", "" + duration.toSeconds(), "-l", "--log-prefix=" + scripts.resolve("times")));
        boolean planned = requests.stream().flatMap(List::stream).noneMatch(sql -> sql.startsWith(UNPLANNED));
        command.addAll(List.of("-M", planned ? "prepared" : "extended"));
        for (int i = 0; i < requests.size(); i++) {
            Path script = scripts.resolve("request" + i + ".sql");
            Files.writeString(script, String.join("\n", requests.get(i)).replace(UNPLANNED, ""));
            command.addAll(List.of("-f", script.toString()));
        }
        command.add(database.getPath().substring(1));
        Process pgbench = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (pgbench.waitFor() != 0) {
            throw new IOException("pgbench: " + said);
        }
        return times(scripts, duration);
    }

    private List<List<String>> statements(URI api, HttpClient client, List<String> paths)
            throws IOException, InterruptedException, SQLException {
        Path log = newest();
        long before = Files.size(log);
        try (Connection connection = connection(postgresql);
                Statement mark = connection.createStatement()) {
            log(mark, "all");
            for (String path : paths) {
                mark.execute(BETWEEN);
                client.send(HttpRequest.newBuilder(api.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
            }
            mark.execute(BETWEEN);
            log(mark, "none");
        }
        List<List<String>> requests = new ArrayList<>();
        String logged = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        for (String line :
                logged.substring((int) Math.min(before, logged.length())).split("\n")) {
            if (line.contains(BETWEEN)) {
                requests.add(new ArrayList<>());
            } else if (!requests.isEmpty() && line.startsWith("{") && line.endsWith("}")) {
                statement(json.readTree(line), requests.getLast());
            }
        }
        requests.removeIf(List::isEmpty);
        return requests;
    }

    private static void statement(JsonNode entry, List<String> request) {
        Matcher execute = EXECUTE.matcher(entry.path("message").asText());
        if (!execute.matches() || BACKGROUND.matcher(execute.group(2)).find()) {
            return;
        }
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(entry.path("detail").asText());
        while (argument.find()) {
            arguments.add(argument.group(2));
        }
        String sql = execute.group(2);
        for (int i = arguments.size(); i > 0; i--) {
            sql = sql.replace("$" + i, arguments.get(i - 1));
        }
        request.add((execute.group(1).startsWith("<unnamed>") ? UNPLANNED : "") + sql.strip() + ";");
    }

    private static void log(Statement settings, String what) throws SQLException, InterruptedException {
        settings.execute("ALTER SYSTEM SET log_statement = '" + what + "'");
        settings.execute("SELECT pg_reload_conf()");
        Thread.sleep(Duration.ofSeconds(1));
    }

    private Path newest() throws IOException {
        try (Stream<Path> files = Files.list(logs(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow();
        }
    }

    /** The third column of pgbench's log has microseconds. */
    private static Times times(Path scripts, Duration duration) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(scripts)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("times"))
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
        double[] times = lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]) / 1000)
                .toArray();
        Arrays.sort(times);
        return new Times(
                times.length / (double) duration.toSeconds(),
                times[times.length / 2],
                times[(int) (times.length * 0.99)]);
    }

    private static Connection connection(EmbeddedPostgresql postgresql) throws SQLException {
        return DriverManager.getConnection(postgresql.jdbcUrl(), postgresql.user(), postgresql.password());
    }
}
