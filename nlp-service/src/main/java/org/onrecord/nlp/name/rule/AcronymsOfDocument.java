package org.onrecord.nlp.name.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * An acronym is what its long form is: "Democratic Republic of the Congo (DRC)" makes a place of every DRC of the document,
 * "automatic identification system (AIS)" nobody's name.
 */
final class AcronymsOfDocument {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final int LONGEST_FORM = 24;
    private static final int OTHER = Labels.TYPES.indexOf("MISC");
    private static final int UNKNOWN = -1;
    private static final long OPEN = Hash.lower("(");
    private static final long CLOSE = Hash.lower(")");
    /** Words between those that give the initials, for each initial. */
    private static final int MOST_SKIPPED = 2;

    private final Map<Long, Integer> types = new HashMap<>();

    private AcronymsOfDocument() {}

    static AcronymsOfDocument of(List<SentenceForms> sentences, List<int[]> labels) {
        AcronymsOfDocument acronyms = new AcronymsOfDocument();
        for (int s = 0; s < labels.size(); s++) {
            WordForm[] words = sentences.get(s).words();
            for (int i = 0; i + 1 < words.length; i++) {
                if (!isAcronym(words[i])) {
                    continue;
                }
                if (i > 1 && words[i - 1].lower == OPEN && words[i + 1].lower == CLOSE) {
                    acronyms.note(words, labels.get(s), i, firstOf(words, words[i].letters, i - 2), i - 2);
                } else if (words[i + 1].lower == OPEN) {
                    int close = close(words, i + 2);
                    boolean whole = firstOf(words, words[i].letters, close - 1) == i + 2;
                    acronyms.note(words, labels.get(s), i, whole ? i + 2 : -1, close - 1);
                }
            }
        }
        return acronyms;
    }

    private static boolean isAcronym(WordForm word) {
        return word.capitals && word.word && !word.number && word.length >= SHORTEST && word.length <= LONGEST;
    }

    private void note(WordForm[] words, int[] labels, int acronym, int first, int last) {
        if (first < 0) {
            return;
        }
        int type = type(labels, first, last);
        // "the world health organization (WHO)" in lower case is not found, and yet known.
        if (type != OTHER || !Lists.isOrganisation(words[acronym].lists)) {
            types.putIfAbsent(words[acronym].exact, type);
        }
    }

    private static int close(WordForm[] words, int start) {
        int i = start;
        while (i < words.length && i - start < LONGEST_FORM && words[i].lower != CLOSE) {
            i++;
        }
        return i;
    }

    /** First of the words up to the last one whose initials are the letters, or -1. */
    private static int firstOf(WordForm[] words, String letters, int last) {
        int i = last;
        for (int letter = letters.length() - 1; letter >= 0; letter--) {
            int skipped = 0;
            while (i >= 0 && words[i].initial != letters.charAt(letter)) {
                if (skipped++ == MOST_SKIPPED || letter == letters.length() - 1 || words[i].capitalised) {
                    return -1;
                }
                i--;
            }
            if (i < 0) {
                return -1;
            }
            i--;
        }
        return i + 1;
    }

    /** The type of the name that the long form is, MISC where it is none. */
    private static int type(int[] labels, int start, int last) {
        for (TaggedName name : Labels.names(labels)) {
            if (name.start() <= start && name.end() > last) {
                return name.type();
            }
        }
        return labels[last] == Labels.OUTSIDE && labels[start] == Labels.OUTSIDE ? OTHER : UNKNOWN;
    }

    void mark(List<SentenceForms> sentences, List<int[]> labels) {
        if (types.isEmpty()) {
            return;
        }
        for (int s = 0; s < labels.size(); s++) {
            WordForm[] words = sentences.get(s).words();
            int[] own = labels.get(s);
            for (int i = 0; i < own.length; i++) {
                int type = types.getOrDefault(words[i].exact, UNKNOWN);
                if (type != UNKNOWN && (own[i] == Labels.OUTSIDE || Labels.isWhole(own[i]))) {
                    Labels.mark(own, i, i + 1, type);
                }
            }
        }
    }
}
