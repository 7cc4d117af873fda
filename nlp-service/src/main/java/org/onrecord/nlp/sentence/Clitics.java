package org.onrecord.nlp.sentence;

import java.util.Locale;
import java.util.Set;

/** Possessives and contractions: what follows the apostrophe is a word of its own. */
final class Clitics {
    private static final Set<String> AFTER_APOSTROPHE = Set.of("s", "re", "ve", "ll", "d", "m");
    /** Words with an apostrophe that are one word: "o’clock", "O’Neil", "D’Souza" have it in the middle and are none of these. */
    private static final int SHORTEST = 3;

    private Clitics() {}

    /** Returns where the clitic starts ("’s", "n’t", the bare apostrophe of "Iranians’"), or -1 where there is none. */
    static int splitAt(String text, int start, int end) {
        if (end - start < SHORTEST) {
            return -1;
        }
        if (isApostrophe(text.charAt(end - 1)) && Character.toLowerCase(text.charAt(end - 2)) == 's') {
            return end - 1;
        }
        for (int i = Math.max(start + 1, end - 3); i < end - 1; i++) {
            if (isApostrophe(text.charAt(i))) {
                String ending = text.substring(i + 1, end).toLowerCase(Locale.ROOT);
                if (AFTER_APOSTROPHE.contains(ending)) {
                    return i;
                }
                boolean negation =
                        ending.equals("t") && Character.toLowerCase(text.charAt(i - 1)) == 'n' && i - 1 > start;
                return negation ? i - 1 : -1;
            }
        }
        return -1;
    }

    /** The tag of the word before a possessive that was tagged whole: a capitalised one is a name ("Obama’s"). */
    static String baseTag(String text, int start, int end, String tag) {
        boolean open = tag.equals("VERB") || tag.equals("PUNCT") || tag.equals("PART") || tag.equals("X");
        if (!open || end <= start) {
            return tag;
        }
        return Character.isUpperCase(text.charAt(start)) ? "PROPN" : tag.equals("VERB") ? tag : "NOUN";
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u00B4' || c == '`' || c == '\u2032';
    }
}
