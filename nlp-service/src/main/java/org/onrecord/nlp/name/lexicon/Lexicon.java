package org.onrecord.nlp.name.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What is known of words and phrases beforehand: the cluster of a word, the lists (first names, cities, titles …) that a
 * word or phrase is in, and how a word is mostly written. Immutable.
 *
 * @param clusters lower-case hash of a word → its cluster, a bit string under a leading 1
 * @param wordLists lower-case hash of a word → bit set of lists
 * @param usages lower-case hash of a word → how it is written, see {@link Usage}
 * @param phrases hash of a phrase → bit set of lists; {@link #MORE} where a longer phrase begins so
 */
public record Lexicon(LongIntTable clusters, LongIntTable wordLists, LongIntTable usages, LongIntTable phrases) {
    /** Bit of a phrase that is the beginning of another. */
    public static final int MORE = 1 << 31;

    /** How a word is mostly written within sentences. */
    public static final class Usage {
        public static final int UNKNOWN = 0;
        public static final int LOWER = 1;
        public static final int MIXED = 2;
        public static final int CAPITALISED = 3;
        public static final int CAPITALS = 4;

        private Usage() {}
    }

    /** A lexicon that knows nothing. */
    public static final Lexicon EMPTY =
            new Lexicon(LongIntTable.EMPTY, LongIntTable.EMPTY, LongIntTable.EMPTY, LongIntTable.EMPTY);

    public int cluster(long lower) {
        return clusters.get(lower);
    }

    public int lists(long lower) {
        return wordLists.get(lower);
    }

    public int usage(long lower) {
        return usages.get(lower);
    }

    /** Hash of a phrase that starts with this word. */
    public static long phrase(long lower) {
        return Hash.add(17, lower);
    }

    /** Hash of a phrase with one more word. */
    public static long phrase(long phrase, long lower) {
        return Hash.add(phrase, lower);
    }

    public int phraseLists(long phrase) {
        return phrases.get(phrase);
    }

    public void write(DataOutputStream out) throws IOException {
        clusters.write(out);
        wordLists.write(out);
        usages.write(out);
        phrases.write(out);
    }

    public static Lexicon read(DataInputStream in) throws IOException {
        return new Lexicon(LongIntTable.read(in), LongIntTable.read(in), LongIntTable.read(in), LongIntTable.read(in));
    }
}
