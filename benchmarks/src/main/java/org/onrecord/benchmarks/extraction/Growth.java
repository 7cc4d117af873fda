package org.onrecord.benchmarks.extraction;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.onrecord.scraper.extract.Extractor;

/**
 * CPU nanoseconds that a byte costs in pages of growing size, ordinary and hostile: where time grows linearly with
 * length, a row's figures stay about the same.
 *
 * <p>{@code Growth}
 */
public final class Growth {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000, 5_000_000};
    private static final int BYTES_PER_FIGURE = 2_000_000;
    private static final String SENTENCE = "The council voted on Tuesday to keep the ferry until the bridge is open. ";

    private Growth() {}

    public static void main(String[] arguments) {
        Extractor extractor = new Extractor();
        Map<String, IntFunction<String>> shapes = shapes();
        shapes.forEach((name, shape) -> nanosPerByte(extractor, shape.apply(SIZES[1])));
        System.out.printf("%-28s", "bytes");
        for (int size : SIZES) {
            System.out.printf(Locale.ROOT, "%,12d", size);
        }
        System.out.println();
        shapes.forEach((name, shape) -> {
            System.out.printf("%-28s", name);
            for (int size : SIZES) {
                System.out.printf(Locale.ROOT, "%12.0f", nanosPerByte(extractor, shape.apply(size)));
            }
            System.out.println();
        });
    }

    private static Map<String, IntFunction<String>> shapes() {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        shapes.put("paragraphs", size -> filled("<article>", "<p>" + SENTENCE.repeat(4) + "</p>\n", size));
        shapes.put("teasers", size -> filled("", "<div><h3><a href=/x>High water closes road</a></h3></div>\n", size));
        shapes.put("one block", size -> filled("<p>", SENTENCE, size));
        shapes.put("tiny blocks", size -> filled("", "<p>a", size));
        shapes.put("scripts", size -> filled("", "<script>if (a < b) { c('<p>') }</script>", size));
        shapes.put("comments", size -> filled("", "<!-- <script> -->", size));
        shapes.put("attributes", size -> filled("<p ", "a=b ", size) + ">" + SENTENCE);
        shapes.put("nested", size -> filled("", "<div>", size) + SENTENCE);
        shapes.put("nested in line", size -> filled("", "<b><i>", size) + SENTENCE);
        shapes.put("brackets", size -> filled("", "<", size));
        return shapes;
    }

    private static String filled(String start, String piece, int size) {
        return start + piece.repeat(Math.max(1, (size - start.length()) / piece.length()));
    }

    private static double nanosPerByte(Extractor extractor, String page) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        int times = Math.max(1, BYTES_PER_FIGURE / bytes.length);
        long start = threads.getCurrentThreadCpuTime();
        int sink = 0;
        for (int i = 0; i < times; i++) {
            sink += extractor.extract(bytes, Optional.empty(), Optional.empty()).hashCode();
        }
        double spent = threads.getCurrentThreadCpuTime() - start;
        // Using the sum keeps the work from being optimised away.
        return sink == Integer.MIN_VALUE ? 0 : spent / times / bytes.length;
    }
}
