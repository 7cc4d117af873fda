package org.onrecord.scraper.extract.metadata;

import java.util.Arrays;

/**
 * The words of a normalised text without their order, by hash, so that texts are compared without building strings. Two
 * words in four thousand million share a hash. Immutable.
 */
public final class WordBag {
    private final int[] hashes;

    private WordBag(int[] hashes) {
        this.hashes = hashes;
    }

    /** The words of a text as {@link Likeness#normalised} has it. */
    public static WordBag of(String normalised) {
        int[] hashes = new int[normalised.length() / 2 + 1];
        int words = 0;
        int hash = 0;
        for (int i = 0; i < normalised.length(); i++) {
            char c = normalised.charAt(i);
            if (c == ' ') {
                hashes[words++] = hash;
                hash = 0;
            } else {
                hash = 31 * hash + c;
            }
        }
        if (!normalised.isEmpty()) {
            hashes[words++] = hash;
        }
        int[] own = Arrays.copyOf(hashes, words);
        Arrays.sort(own);
        return new WordBag(own);
    }

    /** F1 of the words they share, 0 to 1; 0 if one has none. */
    public double likeness(WordBag other) {
        int all = hashes.length + other.hashes.length;
        return hashes.length == 0 || other.hashes.length == 0 ? 0 : 2.0 * shared(other) / all;
    }

    /** Whether their likeness is above that; texts of lengths too different are not compared word by word. */
    public boolean isLike(WordBag other, double above) {
        int fewer = Math.min(hashes.length, other.hashes.length);
        return 2.0 * fewer / (hashes.length + other.hashes.length) > above && likeness(other) > above;
    }

    private int shared(WordBag other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            if (hashes[i] == other.hashes[j]) {
                shared++;
                i++;
                j++;
            } else if (hashes[i] < other.hashes[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }
}
