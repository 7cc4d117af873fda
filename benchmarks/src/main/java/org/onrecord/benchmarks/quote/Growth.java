package org.onrecord.benchmarks.quote;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * CPU nanoseconds that a character costs from text to quotations, in texts of growing length, ordinary and hostile: where
 * time grows linearly with length, a row's figures stay about the same.
 *
 * <p>{@code Growth}
 */
public final class Growth {
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000, 5_000_000};
    private static final int CHARACTERS_PER_FIGURE = 200_000;
    private static final String SENTENCE = "“The ferry will sail,” Mayor Helen Okafor said on Tuesday. ";

    private Growth() {}

    public static void main(String[] arguments) {
        QuoteLine line = new QuoteLine();
        Map<String, String> pieces = pieces();
        pieces.values().forEach(piece -> nanosPerCharacter(line, filled(piece, CHARACTERS_PER_FIGURE)));
        System.out.printf("%-24s", "characters");
        for (int size : SIZES) {
            System.out.printf(Locale.ROOT, "%,12d", size);
        }
        System.out.println();
        pieces.forEach((name, piece) -> {
            System.out.printf("%-24s", name);
            for (int size : SIZES) {
                System.out.printf(Locale.ROOT, "%12.0f", nanosPerCharacter(line, filled(piece, size)));
                System.out.flush();
            }
            System.out.println();
        });
    }

    private static Map<String, String> pieces() {
        Map<String, String> pieces = new LinkedHashMap<>();
        pieces.put("paragraphs", SENTENCE.repeat(3) + "\n\n");
        pieces.put("one paragraph", SENTENCE);
        pieces.put("curly marks", "“");
        pieces.put("straight marks", "\"");
        pieces.put("single marks", "'a ");
        pieces.put("no letters", "1 2; ");
        pieces.put("one word", "a");
        pieces.put("right to left", "“لن ننسحب” قال الوزير. ");
        pieces.put("lone surrogates", "\uDC00 \uD83D ");
        pieces.put("cues", "she said ");
        return pieces;
    }

    private static String filled(String piece, int size) {
        return piece.repeat(Math.max(1, size / piece.length()));
    }

    private static double nanosPerCharacter(QuoteLine line, String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int times = Math.max(1, CHARACTERS_PER_FIGURE / text.length());
        int sink = 0;
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            sink += line.count(text);
        }
        double spent = threads.getCurrentThreadCpuTime() - start;
        // Using the sum keeps the work from being optimised away.
        return sink < 0 ? 0 : spent / times / text.length();
    }
}
