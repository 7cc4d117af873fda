package org.onrecord.scraper.extract.metadata;

import java.text.Normalizer;
import java.util.Locale;

/** How alike two short texts are, whatever their quotation marks, case and accents. */
public final class Likeness {
    private Likeness() {}

    /** Letters and digits in lower case, words divided by one space; apostrophes are dropped. */
    public static String normalised(String text) {
        String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder words = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
            } else if (c != '\''
                    && c != '’'
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && !words.isEmpty()
                    && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** F1 of the words they share, 0 to 1. */
    public static double ofWords(String a, String b) {
        return WordBag.of(normalised(a)).likeness(WordBag.of(normalised(b)));
    }
}
