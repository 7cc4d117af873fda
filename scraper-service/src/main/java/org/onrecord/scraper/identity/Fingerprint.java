package org.onrecord.scraper.identity;

/**
 * A SimHash of a text (Charikar, <i>Similarity estimation techniques from rounding algorithms</i>, STOC 2002): texts that
 * share most of their words in a row have fingerprints that differ in few of their 64 bits, whoever printed them. Over
 * shingles of three words, in any case and with any punctuation. One pass. Pure.
 */
public final class Fingerprint {

    private static final int BITS = 64;
    private static final int SHINGLE = 3;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /**
     * The fingerprint as 16 hexadecimal digits.
     *
     * @param text of any length; one without three words has the fingerprint of the words it has
     */
    public static String of(String text) {
        int[] votes = new int[BITS];
        long[] words = new long[SHINGLE];
        int count = 0;
        long word = FNV_OFFSET;
        boolean inWord = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isOfWord(c)) {
                word = (word ^ Character.toLowerCase(c)) * FNV_PRIME;
                inWord = true;
            } else if (inWord && !isApostropheWithin(text, i)) {
                words[count++ % SHINGLE] = word;
                if (count >= SHINGLE) {
                    vote(votes, shingle(words, count));
                }
                word = FNV_OFFSET;
                inWord = false;
            }
        }
        if (count < SHINGLE) {
            vote(votes, shingle(words, count));
        }
        return "%016x".formatted(majority(votes));
    }

    /** How many of the 64 bits of two fingerprints differ: 0 for the same text, about 32 for texts that have nothing in common. */
    static int distance(String one, String other) {
        return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
    }

    /** Surrogates too: a letter beyond the basic plane is two of them. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** One house prints it’s and another it's: the mark is no end of a word and no part of it. */
    private static boolean isApostropheWithin(String text, int i) {
        return i + 1 < text.length()
                && (text.charAt(i) == '\'' || text.charAt(i) == '’')
                && isOfWord(text.charAt(i + 1));
    }

    /** Of the last words, oldest first. */
    private static long shingle(long[] words, int count) {
        long hash = FNV_OFFSET;
        for (int i = Math.max(0, count - SHINGLE); i < count; i++) {
            hash = mixed(hash ^ words[i % SHINGLE]);
        }
        return hash;
    }

    /** MurmurHash3's finaliser: each bit of the result depends on every bit of what goes in. */
    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    private static void vote(int[] votes, long hash) {
        for (int bit = 0; bit < BITS; bit++) {
            votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    private static long majority(int[] votes) {
        long fingerprint = 0;
        for (int bit = 0; bit < BITS; bit++) {
            if (votes[bit] > 0) {
                fingerprint |= 1L << bit;
            }
        }
        return fingerprint;
    }
}
