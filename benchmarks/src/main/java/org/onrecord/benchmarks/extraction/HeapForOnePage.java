package org.onrecord.benchmarks.extraction;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.onrecord.scraper.extract.Extractor;

/**
 * The smallest heap in which a page is read, as a multiple of its bytes. The largest pages of a folder are read, each
 * in virtual machines of less and less heap; what a page of one sentence needs (classes, models) is taken off.
 *
 * <p>{@code HeapForOnePage GOLD}
 */
public final class HeapForOnePage {
    private static final int PAGES = 3;
    private static final int MOST_MEGABYTES = 96;
    /** Long enough to be told as English, so that the language model stays out of the account. */
    private static final byte[] SHORT_PAGE =
            "<p>The ferry ran aground in fog before dawn on Tuesday, and all on board were safe. It was the third time in a year that it had come to this, and the captain said that he would not go out again.</p>"
                    .getBytes(StandardCharsets.UTF_8);

    private HeapForOnePage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("page", ".html");
        try {
            int base = megabytes(file, SHORT_PAGE);
            for (byte[] page : largest(Path.of(arguments[0]))) {
                int needed = megabytes(file, page);
                double times = (needed - base) * 1048576.0 / page.length;
                System.out.printf(
                        Locale.ROOT,
                        "%9d bytes: %d MB less %d MB, %.1f times its size%n",
                        page.length,
                        needed,
                        base,
                        times);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<byte[]> largest(Path folder) throws IOException {
        return GoldPage.in(folder).stream()
                .map(GoldPage::page)
                .sorted(Comparator.comparingInt(page -> -page.length))
                .limit(PAGES)
                .toList();
    }

    /** The smallest heap that does, by halving. */
    private static int megabytes(Path file, byte[] page) throws IOException, InterruptedException {
        Files.write(file, page);
        int low = 0;
        int high = MOST_MEGABYTES;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (isReadWithin(middle, file)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean isReadWithin(int megabytes, Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx" + megabytes + "m",
                                "-cp",
                                ManagementFactory.getRuntimeMXBean().getClassPath(),
                                OnePage.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** What each of the virtual machines runs: it fails where the heap is too small. */
    static final class OnePage {
        private OnePage() {}

        public static void main(String[] arguments) throws IOException {
            new Extractor().extract(Files.readAllBytes(Path.of(arguments[0])), Optional.empty(), Optional.empty());
        }
    }
}
