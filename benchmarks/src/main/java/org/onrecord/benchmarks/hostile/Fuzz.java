package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.onrecord.benchmarks.hostile.fuzz.DocumentFuzz;
import org.onrecord.benchmarks.hostile.fuzz.PageFuzz;
import org.onrecord.benchmarks.hostile.fuzz.TextFuzz;
import org.onrecord.benchmarks.hostile.fuzz.UrlFuzz;
import org.onrecord.benchmarks.hostile.fuzz.Watch;
import org.onrecord.scraper.fetch.RobotsFuzz;

/**
 * Everything that reads foreign bytes, on inputs that Jazzer makes of those in {@code seeds/}, guided by the branches that they
 * reach: {@code Fuzz PROJECT [--inputs N | --seconds N] [--seed N] [--only TARGET]}. An exception, more than ten seconds of the
 * processor for one input, or more heap than {@value #HEAP_MEGABYTES} MB ends a target, keeps its input in a file, and gives status 1.
 */
public final class Fuzz {
    private static final int HEAP_MEGABYTES = 512;
    private static final int LONGEST_INPUT = 20_000;
    /** An input that takes ten seconds of the processor fails of itself; this is for one that never ends, on a busy machine too. */
    private static final Duration HANGS_AFTER = Duration.ofMinutes(3);

    private static final long USUAL_INPUTS = 1_000_000;

    /** What the engine says at the end. */
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units:\\s+(\\d+)");

    private static final Pattern HEAP = Pattern.compile(Pattern.quote(Watch.LINE) + "(\\d+)");
    private static final Pattern SLOWEST = Pattern.compile("stat::slowest_unit_time_sec:\\s+(\\d+)");

    /**
     * What is fuzzed.
     *
     * @param name in a word
     * @param entry whose method the engine calls
     * @param share of the inputs and of the time, in hundredths
     * @param seeds the ends of the files' names in {@code seeds/} that it begins with
     */
    public record Target(String name, Class<?> entry, int share, List<String> seeds) {}

    /** Everything that reads foreign bytes. */
    public static final List<Target> TARGETS = List.of(
            new Target("pages", PageFuzz.class, 35, List.of(".html")),
            new Target("documents", DocumentFuzz.class, 35, List.of(".xml", "feed.json", "index.html")),
            new Target("texts", TextFuzz.class, 5, List.of(".txt")),
            new Target("robots", RobotsFuzz.class, 15, List.of("robots.txt")),
            new Target("urls", UrlFuzz.class, 10, List.of()));

    private static final List<String> URLS = List.of(
            "http://courier.example/news/a.html?utm_source=b&id=7#c\n//courier.example:80/./b/../c?d=%7e%2f",
            "https://b\u00fccher.example/\n/a b",
            "http://[::1]:8080//a\nhttps://courier.example",
            "http://a_b.example:443/%zz\n?");

    /** How a target ended: after how many inputs, with which peak of the heap, and what the engine said if it found a fault. */
    public record Result(Target target, long inputs, double seconds, long heapMegabytes, long slowest, String fault) {
        /** Whether nothing was found. */
        public boolean isClean() {
            return fault.isEmpty();
        }

        /** One line of a table. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %9d inputs, %6.0f a second, slowest %d s, peak heap %d of %d MB, %s",
                    target.name(),
                    inputs,
                    inputs / seconds,
                    slowest,
                    heapMegabytes,
                    HEAP_MEGABYTES,
                    isClean() ? "clean" : "FAULT\n" + fault);
        }
    }

    private final Path project;
    private final Path folder;
    private final long seed;

    /**
     * @param project the project's folder, with its seeds
     * @param folder where what is made is kept
     * @param seed the same gives the same inputs
     */
    public Fuzz(Path project, Path folder, long seed) {
        this.project = project;
        this.folder = folder;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> options = List.of(arguments);
        long seed = option(options, "--seed", 1);
        Fuzz fuzz = new Fuzz(Path.of(options.getFirst()), Files.createTempDirectory("onrecord-fuzz"), seed);
        System.out.println("seed " + seed + ", inputs and what the engine says: " + fuzz.folder);
        boolean clean = true;
        long inputs = 0;
        for (Target target : TARGETS) {
            if (options.contains("--only") && !options.contains(target.name())) {
                continue;
            }
            Result result = options.contains("--seconds")
                    ? fuzz.forSeconds(target, option(options, "--seconds", 0) * target.share() / 100)
                    : fuzz.inputs(target, option(options, "--inputs", USUAL_INPUTS) * target.share() / 100);
            System.out.println(result);
            inputs += result.inputs();
            clean &= result.isClean();
        }
        System.out.println(inputs + " inputs, " + (clean ? "no fault" : "faults"));
        System.exit(clean ? 0 : 1);
    }

    private static long option(List<String> options, String name, long otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(options.get(at + 1));
    }

    /** Whether the engine has a library for this machine. */
    public static boolean runsHere() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return List.of("Linux amd64", "Mac OS X aarch64", "Mac OS X x86_64").contains(machine);
    }

    /** Fuzzes a target for some time. */
    public Result forSeconds(Target target, long seconds) throws IOException, InterruptedException {
        return run(target, "-max_total_time=" + Math.max(1, seconds));
    }

    /** Fuzzes a target with some inputs. */
    public Result inputs(Target target, long inputs) throws IOException, InterruptedException {
        return run(target, "-runs=" + inputs);
    }

    private Result run(Target target, String until) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(target.name()));
        Path log = own.resolve("engine.log");
        long start = System.nanoTime();
        int status = new ProcessBuilder(command(target, own, until))
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        return new Result(
                target,
                number(RUNS, said),
                seconds,
                number(HEAP, said),
                number(SLOWEST, said),
                status == 0
                        ? ""
                        : "seed " + seed + ", its log: " + log + "\n"
                                + said.substring(Math.max(0, said.length() - 6_000)));
    }

    /** The last number that a line of the engine's tells; 0 if none does. */
    private static long number(Pattern line, String said) {
        Matcher matcher = line.matcher(said);
        long number = 0;
        while (matcher.find()) {
            number = Long.parseLong(matcher.group(1));
        }
        return number;
    }

    private List<String> command(Target target, Path own, String until) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.entry().getName(),
                "--instrumentation_includes=org.onrecord.**:org.jsoup.**:crawlercommons.**:com.rometools.**:org.jdom2.**",
                // Without the engine's own detectors of injections, which are for programs that run what they read.
                "--custom_hook_includes=none.**",
                "--reproducer_path=" + own,
                "-artifact_prefix=" + own + "/",
                "-dict=" + dictionary(),
                "-seed=" + seed,
                "-max_len=" + LONGEST_INPUT,
                "-len_control=0",
                "-timeout=" + HANGS_AFTER.toSeconds(),
                // Of the process; the heap has its own bound.
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                until,
                corpus(target, own).toString());
    }

    private Path corpus(Target target, Path own) throws IOException {
        Path corpus = Files.createDirectories(own.resolve("corpus"));
        int number = 0;
        for (String url : URLS) {
            if (target.seeds().isEmpty()) {
                Files.writeString(corpus.resolve("url-" + number++), url);
            }
        }
        for (Path file : seeds(target)) {
            Files.copy(file, corpus.resolve("seed-" + number++), StandardCopyOption.REPLACE_EXISTING);
        }
        return corpus;
    }

    private List<Path> seeds(Target target) throws IOException {
        List<Path> seeds = new ArrayList<>();
        for (String folder : List.of("seeds", "deploy/acceptance/src/test/resources/feeds")) {
            try (Stream<Path> files = Files.walk(project.resolve(folder))) {
                files.filter(file -> target.seeds().stream().anyMatch(file.toString()::endsWith))
                        .sorted()
                        .forEach(seeds::add);
            }
        }
        return seeds;
    }

    /** Words of the languages that are read, in the form that the engine wants. */
    private Path dictionary() throws IOException {
        Path file = folder.resolve("words.dict");
        Files.write(file, Dictionary.WORDS.stream().map(Dictionary::escaped).toList());
        return file;
    }
}
