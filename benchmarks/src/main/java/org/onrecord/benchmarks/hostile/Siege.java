package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.local.Line;
import org.onrecord.local.LineOptions;
import org.onrecord.local.LineOptions.Heaps;

/**
 * The packaged line under one attack after the other, with the heaps of the cluster: {@code Siege PROJECT [--list] [--only PATTERN]
 * [--bytes N]}, where the pattern is found in an attack's name and the bytes are those of its pages. Meanwhile a page of a
 * well-behaved site has to be stored and told, and afterwards every service has to be there, with its memory and its threads
 * about where they were. Ends with status 1 if an attack did harm.
 */
public final class Siege implements AutoCloseable {
    private static final int USUAL_BYTES = 5_000_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration GOOD_PAGE_WITHIN = Duration.ofMinutes(3);
    private static final Duration ATTACK_WITHIN = Duration.ofMinutes(4);
    private static final Duration HEAD_START = Duration.ofMillis(300);

    private final Path project;
    private final Line line;
    private final Heaps heaps;
    private final Sites sites = new Sites();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ApiCaller caller;
    private final Services services;
    private int goodPages;
    private List<ServiceState> before = List.of();

    private Siege(Path project, Heaps heaps) throws IOException, InterruptedException {
        this.project = project;
        this.heaps = heaps;
        Path data = Files.createTempDirectory("onrecord-siege");
        line = new Line(
                new LineOptions(project, data, List.of("127.0.0.0/8"), environment(), heaps, System.out::println));
        // Also when it is ended before its end; closing twice is closing once.
        Runtime.getRuntime().addShutdownHook(new Thread(line::close));
        line.start();
        System.out.println("logs: " + data.resolve("logs"));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ApiCaller.ANSWERS_WITHIN)
                .build();
        caller = new ApiCaller(api(), client, workers);
        services = new Services(line, heaps, client, workers);
    }

    /**
     * Starts a line of its own.
     *
     * @param project the project's folder, whose services are packaged
     */
    public static Siege of(Path project) throws IOException, InterruptedException, SQLException {
        Siege siege = new Siege(project, ManifestHeaps.of(project));
        for (int i = 0; i < 3; i++) {
            siege.goodPage(System.nanoTime());
        }
        siege.before = siege.services.states();
        return siege;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        int bytes = options.contains("--bytes")
                ? Integer.parseInt(options.get(options.indexOf("--bytes") + 1))
                : USUAL_BYTES;
        String only = options.contains("--only") ? options.get(options.indexOf("--only") + 1) : "";
        Predicate<String> isWanted = Pattern.compile(only).asPredicate();
        List<Attack> attacks = Attack.all(bytes).stream()
                .filter(attack -> isWanted.test(attack.name()))
                .toList();
        if (options.contains("--list")) {
            attacks.forEach(attack -> System.out.println(attack.name()));
            return;
        }
        int harmful = 0;
        try (Siege siege = Siege.of(Path.of(options.getFirst()))) {
            System.out.println(Finding.HEAD);
            for (Attack attack : attacks) {
                Finding finding = siege.suffer(attack);
                harmful += finding.isHarmless() ? 0 : 1;
                System.out.println(finding);
            }
        }
        System.out.println(attacks.size() + " attacks, " + harmful + " did harm");
        System.exit(harmful == 0 ? 0 : 1);
    }

    /** So that what waits for patience does not wait for minutes; the garbage collector is the one of a small container. */
    private static Map<String, String> environment() {
        return Map.of(
                "ONRECORD_ACCESS_MODE", "open",
                "ONRECORD_HOST_DELAY", "100ms",
                "ONRECORD_FETCH_TIMEOUT", "20s",
                "ONRECORD_FETCH_FIRST_BYTE_TIMEOUT", "5s",
                "ONRECORD_FETCH_ATTEMPTS", "2",
                "JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC");
    }

    /** Attacks the line, and says what became of it. A service that died of it is started again. */
    public Finding suffer(Attack attack) throws IOException, InterruptedException, SQLException {
        List<String> faults = new ArrayList<>();
        Future<String> deed = workers.submit(() -> attack.deed().on(this));
        TimeUnit.NANOSECONDS.sleep(HEAD_START.toNanos());
        long begin = System.nanoTime();
        if (!goodPage(begin)) {
            faults.add("the good page was not stored and told");
        }
        Duration goodPage = Duration.ofNanos(System.nanoTime() - begin);
        String outcome = outcome(deed, faults);
        services.revive(faults);
        List<ServiceState> after = services.settledStates(before, faults);
        return new Finding(attack.name(), outcome, goodPage, after, faults);
    }

    private static String outcome(Future<String> deed, List<String> faults) throws InterruptedException {
        try {
            return deed.get(ATTACK_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            faults.add(e.getCause().toString());
            return "";
        } catch (TimeoutException e) {
            deed.cancel(true);
            faults.add("nothing became of it in " + ATTACK_WITHIN.toMinutes() + " minutes");
            return "";
        }
    }

    /** Asks for a page of a site that does nobody any harm, and returns whether its quote was stored and told in time. */
    private boolean goodPage(long begin) throws InterruptedException, SQLException {
        String words = "We have counted " + (10_000 + goodPages++) + " boats";
        String url = sites.put(sites.newHost(), "/good.html", Answer.html(GoodPage.saying(words)));
        boolean asked = false;
        while (System.nanoTime() - begin < GOOD_PAGE_WITHIN.toNanos()) {
            try {
                asked = asked
                        || caller.send("POST", "/v1/articles", JSON.writeValueAsBytes(Map.of("url", url)))
                                        .statusCode()
                                == 202;
            } catch (IOException notNow) {
                // Asked again.
            }
            if (asked && isTold(words)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    private boolean isTold(String words) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        line.postgresql().jdbcUrl(),
                        line.postgresql().user(),
                        line.postgresql().password());
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT 1 FROM quote_log_by_day JOIN quote USING (quote_id) WHERE quote.text LIKE ?")) {
            statement.setString(1, "%" + words + "%");
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    ApiCaller caller() {
        return caller;
    }

    Sites sites() {
        return sites;
    }

    URI api() {
        return line.api().origin();
    }

    Path project() {
        return project;
    }

    Path logs() {
        return line.api().log().getParent();
    }

    Heaps heaps() {
        return heaps;
    }

    /** The variables that lead one more API service to everything else. */
    Map<String, String> servers() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                "ONRECORD_DATABASE_URL", line.postgresql().jdbcUrl(),
                "ONRECORD_DATABASE_USER", line.postgresql().user(),
                "ONRECORD_DATABASE_PASSWORD", line.postgresql().password(),
                "ONRECORD_SERVICE_TOKEN", UUID.randomUUID().toString(),
                "ONRECORD_SCRAPER_URL", line.scraper().origin().toString(),
                "ONRECORD_NLP_URL", line.nlp().origin().toString());
    }

    String bootstrapServers() {
        return line.kafka().bootstrapServers();
    }

    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        line.close();
        sites.close();
    }
}
