package org.onrecord.scraper.extract.classify;

import java.util.HashSet;
import java.util.Set;

/** The three-word sequences of a text, by hash: tells how much of a block stands in it too. */
final class Shingles {
    private static final int LENGTH = 3;
    private static final int LONGEST_TEXT = 100_000;

    private final Set<Integer> hashes = new HashSet<>();

    private Shingles() {}

    static Shingles of(String text) {
        Shingles shingles = new Shingles();
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        visit(read, (hash, first) -> shingles.hashes.add(hash));
        return shingles;
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Share of the text's sequences that are among these, 0 to 1. */
    double share(String text) {
        int[] counts = new int[2];
        visit(text, (hash, first) -> {
            counts[0]++;
            counts[1] += hashes.contains(hash) ? 1 : 0;
        });
        return counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
    }

    private interface Visitor {
        void sequence(int hash, int first);
    }

    /** Texts of fewer words than a sequence has are one sequence. */
    private static void visit(String text, Visitor visitor) {
        int[] window = new int[LENGTH];
        int words = 0;
        int hash = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (hash != 0) {
                window[words++ % LENGTH] = hash;
                hash = 0;
                if (words >= LENGTH) {
                    visitor.sequence(combined(window, words), words - LENGTH);
                }
            }
        }
        if (words > 0 && words < LENGTH) {
            visitor.sequence(combined(window, words), 0);
        }
    }

    private static int combined(int[] window, int words) {
        int combined = 7;
        for (int i = Math.max(0, words - LENGTH); i < words; i++) {
            combined = combined * 1_000_003 + window[i % LENGTH];
        }
        return combined;
    }
}
