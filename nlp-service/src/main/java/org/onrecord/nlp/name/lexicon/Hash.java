package org.onrecord.nlp.name.lexicon;

/** Hashes of words and features; the models depend on them, so they never change. */
public final class Hash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** Adds a value to a hash. */
    public static long add(long hash, long value) {
        long mixed = (hash ^ value) * MULTIPLIER;
        return mixed ^ (mixed >>> 29);
    }

    /** The hash of a word as it is written. */
    public static long word(CharSequence word) {
        long hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            hash = add(hash, word.charAt(i));
        }
        return hash;
    }

    /** The hash by which a word's cluster is found: digits alike, as it is written or in lower case. */
    public static long cluster(CharSequence word, boolean lower) {
        long hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char plain = Character.isDigit(c) ? '0' : c == '\u2019' ? '\'' : c;
            hash = add(hash, lower ? Character.toLowerCase(plain) : plain);
        }
        return hash;
    }

    /** The hash of a word in lower case, digits alike. */
    public static long lower(CharSequence word) {
        return lower(word, 0, word.length());
    }

    public static long lower(CharSequence word, int start, int end) {
        long hash = end - start;
        for (int i = start; i < end; i++) {
            hash = add(hash, lower(word.charAt(i)));
        }
        return hash;
    }

    public static char lower(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return c == '\u2019' || c == '\u2018' ? '\'' : Character.toLowerCase(c);
    }

    /** Folds to the 32 bits that name a feature in a model. */
    public static int feature(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * MULTIPLIER;
        return (int) (mixed >>> 32);
    }
}
