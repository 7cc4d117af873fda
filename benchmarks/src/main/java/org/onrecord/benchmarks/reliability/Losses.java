package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import org.onrecord.benchmarks.fetching.VirtualHosts;
import org.onrecord.contracts.Topics;
import org.onrecord.local.ServiceProcess;

/**
 * The broker loses what it has while the line works: {@code Losses PROJECT [WORD]}. One topic after the other is deleted and
 * made again, and the broker is replaced by an empty one; with a word, only those whose names contain it. Whatever is asked for
 * once that is mended has to be stored. What was lost on its way is counted, and then brought back: from the archive, and by
 * asking again for what was never fetched. Ends with status 1 if a page is not an article in the end, with each quote once.
 */
public final class Losses {

    private static final Duration BEFORE = Duration.ofSeconds(8);
    /** Longer than the ten seconds after which the services give their partitions up. */
    private static final Duration LASTS = Duration.ofSeconds(25);

    private static final Duration AFTER = Duration.ofSeconds(12);
    /** Nothing is on its way any more when nothing was stored for so long; pages that could not be kept wait for a minute. */
    private static final Duration SILENCE = Duration.ofSeconds(75);

    private static final Duration ALL_WITHIN = Duration.ofMinutes(4);

    private record Loss(String name, Fault.Deed begin, Fault.Deed end) {}

    private final FaultyLine line;
    private final VirtualHosts sites;
    private final Account account;
    private int asked;

    private Losses(FaultyLine line, VirtualHosts sites) {
        this.line = line;
        this.sites = sites;
        this.account = new Account(line.database());
    }

    public static void main(String[] arguments) throws Exception {
        String only = arguments.length > 1 ? arguments[1] : "";
        boolean clean = true;
        try (VirtualHosts sites = new VirtualHosts(Duration.ofMillis(20));
                FaultyLine line = new FaultyLine(Path.of(arguments[0]))) {
            line.start();
            Losses losses = new Losses(line, sites);
            for (Loss loss : all()) {
                if (loss.name().contains(only)) {
                    clean &= losses.suffer(loss);
                }
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private static List<Loss> all() {
        Stream<Loss> topics = Stream.of(
                        Topics.FETCH_REQUESTS,
                        Topics.ARTICLES,
                        Topics.ANALYSES,
                        Topics.OUTCOMES,
                        Topics.API_ANALYSES_DEAD_LETTER)
                .map(topic -> new Loss(
                        "topic " + topic + " deleted", line -> delete(line, topic), line -> make(line, topic)));
        return Stream.concat(topics, Stream.of(new Loss("broker emptied", FaultyLine::replaceBroker, line -> {})))
                .toList();
    }

    private static void delete(FaultyLine line, String topic) throws InterruptedException {
        try (Admin admin = admin(line)) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void make(FaultyLine line, String topic) throws InterruptedException {
        try (Admin admin = admin(line)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static Admin admin(FaultyLine line) {
        return Admin.create(Map.of("bootstrap.servers", line.bootstrapServers()));
    }

    private boolean suffer(Loss loss) throws IOException, InterruptedException, SQLException {
        Instant begun = Instant.now();
        int mended;
        int first = asked;
        long quotes;
        try (Load load = new Load(sites, line.bootstrapServers(), first)) {
            TimeUnit.NANOSECONDS.sleep(BEFORE.toNanos());
            while (account.stored() == 0) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            quotes = account.quotesOfOne();
            loss.begin().on(line);
            TimeUnit.NANOSECONDS.sleep(LASTS.toNanos());
            System.out.println(loss.name() + "; the services say: " + unready());
            loss.end().on(line);
            long start = System.nanoTime();
            line.awaitReady();
            System.out.printf(
                    Locale.ROOT, "  all ready %.1f s after it was mended%n", (System.nanoTime() - start) / 1e9);
            mended = first + (int) load.requests() + 1;
            load.end();
            asked = first + (int) load.requests();
        }
        try (Load load = new Load(sites, line.bootstrapServers(), asked)) {
            TimeUnit.NANOSECONDS.sleep(AFTER.toNanos());
            load.end();
            asked += (int) load.requests();
            List<Integer> lost = awaitSilence(load);
            long later = lost.stream().filter(number -> number >= mended).count();
            System.out.printf(
                    Locale.ROOT,
                    "  %d pages asked for, %d lost on their way, %d of them asked for once it was mended%n",
                    asked - first,
                    lost.size(),
                    later);
            boolean isBack = bringBack(load, begun, lost, quotes);
            return isBack && later == 0;
        }
    }

    private boolean bringBack(Load load, Instant since, List<Integer> lost, long quotes)
            throws IOException, InterruptedException, SQLException {
        if (!lost.isEmpty() && !line.republish(since)) {
            return false;
        }
        List<Integer> unfetched = awaitSilence(load);
        System.out.println("  " + unfetched.size() + " not in the archive, to be asked for again");
        unfetched.forEach(number -> load.askAgain(load.url(number)));
        List<Integer> left = unfetched.isEmpty() ? List.of() : awaitSilence(load);
        long wrong = account.wrongArticles(quotes);
        System.out.println(
                "  " + left.size() + " of all missing, " + wrong + " articles without each of their quotes once");
        return left.isEmpty() && wrong == 0;
    }

    /** Waits until everything is stored, or nothing comes any more; returns the numbers of the pages that are missing. */
    private List<Integer> awaitSilence(Load load) throws InterruptedException, SQLException {
        long begin = System.nanoTime();
        long last = begin;
        List<Integer> missing = missing(load);
        while (!missing.isEmpty()
                && System.nanoTime() - last < SILENCE.toNanos()
                && System.nanoTime() - begin < ALL_WITHIN.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(500);
            List<Integer> now = missing(load);
            last = now.size() < missing.size() ? System.nanoTime() : last;
            missing = now;
        }
        return missing;
    }

    private List<Integer> missing(Load load) throws SQLException {
        Set<String> stored = account.urls();
        return IntStream.range(0, asked)
                .boxed()
                .filter(number -> !stored.contains(load.url(number)))
                .toList();
    }

    /** What the services say that are not ready. */
    private List<String> unready() throws IOException {
        List<String> said = new ArrayList<>();
        for (ServiceProcess service : List.of(line.scraper(), line.reader(), line.api())) {
            HttpURLConnection connection = (HttpURLConnection)
                    service.origin().resolve("/q/health/ready").toURL().openConnection();
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                String body = new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                said.add(service.name() + ": "
                        + body.lines()
                                .filter(text -> text.contains("\"broker\""))
                                .map(String::strip)
                                .findFirst()
                                .orElse("not ready"));
            }
        }
        return said;
    }
}
