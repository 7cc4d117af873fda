package org.onrecord.benchmarks.answering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jdbi.v3.core.JdbiException;

import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/**
 * Words among many quotes, newest first, by the database as the API asks it and by Lucene, which search engines are made of:
 * {@code WordEngines FOLDER SECONDS QUOTES…}. Both are filled to one number of quotes after the other, and asked the same at each, in
 * turns. The rows of what was found are not read: an engine would have to ask the database for them.
 */
public final class WordEngines {

    static final int PAGE = 20;

    /** From here on nobody counts: so the API does. */
    static final int COUNTED = 100;

    /** One that is frequent, and of which most quotes have neither. */
    static final int NUMBERS = 5000;

    private static final int[] CLIENTS = {1, 4};
    private static final int MOST_SAMPLES = 100_000;
    private static final double WARM_UP = 0.3;

    /** What is asked: {@code #} stands for a number that one of two thousand quotes has, another each time. */
    record Question(String name, List<String> words, boolean isPhrase, boolean isBySpeaker, boolean isCount) {
        Question numbered(int number) {
            List<String> numbered =
                    words.stream().map(word -> word.replace("#", "" + number)).toList();
            return new Question(name, numbered, isPhrase, isBySpeaker, isCount);
        }
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question("a rare word", List.of("#"), false, false, false),
            new Question("a frequent word", List.of("harbour"), false, false, false),
            new Question("two frequent words", List.of("harbour", "treaty"), false, false, false),
            new Question("a frequent and a rare word", List.of("harbour", "#"), false, false, false),
            new Question("a frequent phrase", List.of("harbour", "treaty"), true, false, false),
            new Question("a rare phrase", List.of("#", "harbour"), true, false, false),
            new Question("a rare word of the most frequent speaker", List.of("#"), false, true, false),
            new Question(
                    "two frequent words of the most frequent speaker",
                    List.of("harbour", "treaty"),
                    false,
                    true,
                    false),
            new Question("count all with a rare word", List.of("#"), false, false, true),
            new Question("count all with two frequent words", List.of("harbour", "treaty"), false, false, true));

    /** Finds words. Thread-safe, but for filling. */
    interface Engine {
        /** Has it answer with all quotes below a number; ends when they are found. */
        void fill(int from, int to) throws IOException, SQLException;

        /** @return how many were found, of those that are asked for */
        long ask(Question question) throws IOException;

        /** Has a quote found no more; ends when it is not. */
        void takeDown(int quote) throws IOException, SQLException;

        /** Of processes other than this one, in nanoseconds. */
        long cpuElsewhere() throws IOException;

        /** On the disk. */
        String size() throws IOException, SQLException;
    }

    private WordEngines() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        Files.createDirectories(folder);
        try (EmbeddedPostgresql server = EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
                LuceneWords lucene = new LuceneWords(folder.resolve("lucene"))) {
            PostgresqlWords postgresql = new PostgresqlWords(server);
            int from = 0;
            for (String quotes : Arrays.asList(arguments).subList(2, arguments.length)) {
                int to = Integer.parseInt(quotes);
                for (Engine engine : List.of(postgresql, lucene)) {
                    long start = System.nanoTime();
                    engine.fill(from, to);
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %d quotes after %.0f s, %s%n",
                            name(engine),
                            to,
                            (System.nanoTime() - start) / 1e9,
                            engine.size());
                }
                from = to;
                for (Question question : QUESTIONS) {
                    agree(question.numbered(17), postgresql, lucene);
                    for (int clients : CLIENTS) {
                        for (Engine engine : List.of(postgresql, lucene)) {
                            measure(engine, question, clients, seconds * WARM_UP);
                            System.out.printf(
                                    Locale.ROOT,
                                    "%d quotes, %s, %d at a time, %s: %s%n",
                                    to,
                                    question.name(),
                                    clients,
                                    name(engine),
                                    measure(engine, question, clients, seconds));
                        }
                    }
                }
                for (Engine engine : List.of(postgresql, lucene)) {
                    long start = System.nanoTime();
                    for (int quote = 0; quote < PAGE; quote++) {
                        engine.takeDown(to - 1 - quote);
                    }
                    System.out.printf(
                            Locale.ROOT,
                            "%d quotes, taking one down, %s: %.1f ms%n",
                            to,
                            name(engine),
                            (System.nanoTime() - start) / 1e6 / PAGE);
                }
            }
        }
    }

    private static String name(Engine engine) {
        return engine.getClass().getSimpleName().replace("Words", "");
    }

    /** What one finds the other finds too, or figures mean nothing. */
    private static void agree(Question question, Engine one, Engine other) throws IOException {
        long found = one.ask(question);
        if (found != other.ask(question)) {
            throw new IllegalStateException(question + ": " + found + " and " + other.ask(question));
        }
    }

    private static String measure(Engine engine, Question question, int clients, double seconds)
            throws InterruptedException, IOException {
        AtomicLong cpu = new AtomicLong(-engine.cpuElsewhere());
        long[] took = new long[MOST_SAMPLES];
        AtomicInteger asked = new AtomicInteger();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Thread> threads = IntStream.range(0, clients)
                .mapToObj(client -> Thread.ofPlatform().start(() -> {
                    Random random = new Random(client);
                    for (long now = System.nanoTime(); now < end; ) {
                        if (!isAnswered(engine, question.numbered(random.nextInt(NUMBERS)))) {
                            return;
                        }
                        long then = System.nanoTime();
                        int sample = asked.getAndIncrement();
                        if (sample < MOST_SAMPLES) {
                            took[sample] = then - now;
                        }
                        now = then;
                    }
                    cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        cpu.addAndGet(engine.cpuElsewhere());
        int samples = Math.min(asked.get(), MOST_SAMPLES);
        if (samples == 0) {
            return "none";
        }
        Arrays.sort(took, 0, samples);
        return String.format(
                Locale.ROOT,
                "%.0f a second, %.3f ms of a core, p50 %.2f ms, p99 %.2f ms",
                asked.get() / seconds,
                cpu.get() / 1e6 / asked.get(),
                took[samples / 2] / 1e6,
                took[samples * 99 / 100] / 1e6);
    }

    /** Not what the API would end after ten seconds. */
    private static boolean isAnswered(Engine engine, Question question) {
        try {
            engine.ask(question);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JdbiException e) {
            return false;
        }
    }

    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
