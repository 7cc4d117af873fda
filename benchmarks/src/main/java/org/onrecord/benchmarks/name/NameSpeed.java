package org.onrecord.benchmarks.name;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * Tokens per CPU second of one thread, from plain text to names: sentences, tokens, parts of speech and names.
 *
 * <p>{@code NameSpeed FOLDER [ROUNDS]}: the folder's {@code .csv} and {@code .txt} files are read as running text.
 */
public final class NameSpeed {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int DEFAULT_ROUNDS = 5;
    /** About the length of an article. */
    private static final int TEXT_UNITS = 4000;

    private final OpenNlpDocumentReader reader = OpenNlpDocumentReader.load();
    private final TaggerNameFinder finder = TaggerNameFinder.load();

    private long tokens;
    private long names;

    private NameSpeed() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: NameSpeed FOLDER [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length == 2 ? Integer.parseInt(arguments[1]) : DEFAULT_ROUNDS;
        List<String> texts = texts(Path.of(arguments[0]));
        NameSpeed speed = new NameSpeed();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            speed.read(texts);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < rounds; round++) {
            speed.tokens = 0;
            speed.names = 0;
            long before = threads.getCurrentThreadCpuTime();
            speed.read(texts);
            double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d tokens, %d names, %.0f tokens per CPU second%n",
                    speed.tokens,
                    speed.names,
                    speed.tokens / seconds);
        }
    }

    private void read(List<String> texts) {
        for (String text : texts) {
            Document document = reader.read("", text);
            tokens += document.tokens().size();
            names += finder.find(document).size();
        }
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(csv|txt)"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                for (int start = 0; start < text.length(); start += TEXT_UNITS) {
                    texts.add(text.substring(start, Math.min(text.length(), start + TEXT_UNITS)));
                }
            }
        }
        return texts;
    }
}
