package org.onrecord.nlp.name.feature;

import java.util.Locale;

import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;

/** What the features ask of a single word, computed once for each distinct word of a document. */
public final class WordForm {
    static final int AFFIXES = 4;
    private static final int LONGEST_SHAPE = 12;
    private static final int MOST_GRAMS = 12;
    private static final int LONGEST_ACRONYM = 8;

    public final long exact;
    public final long lower;
    public final long shape;
    public final long shortShape;
    final long[] prefixes = new long[AFFIXES];
    final long[] suffixes = new long[AFFIXES];
    public final long[] grams;
    public final int length;
    /** Its first letter in lower case. */
    public final char initial;
    /** The letters of a short word in capitals, in lower case; else empty. */
    public final String letters;

    public final boolean capitalised;
    public final boolean capitals;
    public final boolean word;
    public final boolean number;
    /** Word cluster, 0 for a word that has none; see {@link Lexicon}. */
    public final int cluster;
    /** Lists the word is in, a bit each; see {@link Lexicon}. */
    public final int lists;
    /** How the word is mostly written; see {@link Lexicon}. */
    public final int usage;

    WordForm(CharSequence text, Lexicon lexicon) {
        length = text.length();
        initial = text.isEmpty() ? 0 : Hash.lower(text.charAt(0));
        exact = Hash.word(text);
        lower = Hash.lower(text);
        long longShape = 7;
        long collapsed = 11;
        char previous = 0;
        boolean anyLetters = false;
        boolean digits = false;
        boolean lowerSeen = false;
        for (int i = 0; i < text.length(); i++) {
            char kind = kind(text.charAt(i));
            anyLetters |= kind == 'X' || kind == 'x';
            digits |= kind == '0';
            lowerSeen |= kind == 'x';
            if (i < LONGEST_SHAPE) {
                longShape = Hash.add(longShape, kind);
            }
            if (kind != previous) {
                collapsed = Hash.add(collapsed, kind);
            }
            previous = kind;
        }
        shape = longShape;
        shortShape = collapsed;
        capitalised = !text.isEmpty() && Character.isUpperCase(text.charAt(0));
        capitals = anyLetters && !lowerSeen;
        word = anyLetters;
        number = digits && !anyLetters;
        letters = capitals && length <= LONGEST_ACRONYM ? text.toString().toLowerCase(Locale.ROOT) : "";
        affixes(text);
        grams = grams(text);
        int casedCluster = lexicon.cluster(Hash.cluster(text, false));
        cluster = casedCluster != 0 ? casedCluster : lexicon.cluster(Hash.cluster(text, true));
        lists = lexicon.lists(lower);
        usage = lexicon.usage(lower);
    }

    private void affixes(CharSequence text) {
        int n = text.length();
        for (int k = 1; k <= AFFIXES; k++) {
            prefixes[k - 1] = n >= k ? Hash.lower(text, 0, k) : 0;
            suffixes[k - 1] = n >= k ? Hash.lower(text, n - k, n) : 0;
        }
    }

    private static long[] grams(CharSequence text) {
        int count = Math.clamp(text.length() - 2, 0, MOST_GRAMS);
        long[] grams = new long[count];
        for (int i = 0; i < count; i++) {
            grams[i] = Hash.lower(text, i, i + 3);
        }
        return grams;
    }

    private static char kind(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? '0' : Hash.lower(c);
    }
}
