package org.onrecord.scraper.extract.metadata;

import java.text.Normalizer;

/** How alike two short texts are, whatever their quotation marks, case and accents. */
public final class Likeness {
    /** Of combining marks in a run; more are no language's (Unicode Standard Annex 15, "Stream-Safe Text Format"). */
    private static final int MOST_MARKS = 30;

    private Likeness() {}

    /** Letters and digits in lower case, words divided by one space; apostrophes are dropped. */
    public static String normalised(String text) {
        String decomposed = needsDecomposition(text)
                ? Normalizer.normalize(withoutLongRunsOfMarks(text), Normalizer.Form.NFKD)
                : text;
        StringBuilder words = new StringBuilder(decomposed.length());
        boolean divided = true;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                words.append(c);
                divided = false;
            } else if (c >= 'A' && c <= 'Z') {
                words.append((char) (c | 0x20));
                divided = false;
            } else if (c > 127 && Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
                divided = false;
            } else if (!divided && !isWithinWord(c)) {
                words.append(' ');
                divided = true;
            }
        }
        if (divided && !words.isEmpty()) {
            words.setLength(words.length() - 1);
        }
        return words.toString();
    }

    /** The normalisation of a run takes time by the square of its length. */
    private static String withoutLongRunsOfMarks(String text) {
        return holdsLongRunOfMarks(text) ? cutRunsOfMarks(text) : text;
    }

    private static boolean holdsLongRunOfMarks(String text) {
        int run = 0;
        for (int i = 0; i < text.length() && run <= MOST_MARKS; i++) {
            char c = text.charAt(i);
            // Half of a pair counts as a mark of its own: whether it is one is seen when the run is cut.
            run = c >= 0x300 && (Character.isSurrogate(c) || isMark(c)) ? run + 1 : 0;
        }
        return run > MOST_MARKS;
    }

    private static String cutRunsOfMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int run = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            run = isMark(c) ? run + 1 : 0;
            if (run <= MOST_MARKS) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return kept.toString();
    }

    private static boolean isMark(int c) {
        int type = c < 0x300 ? Character.UNASSIGNED : Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isWithinWord(char c) {
        return c == '\'' || c == '’' || c > 127 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Quotation marks, dashes and the space that does not break stand in any English text and have no letters in them. */
    private static boolean needsDecomposition(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && c != '\u00A0' && (c < '\u2010' || c > '\u2027')) {
                return true;
            }
        }
        return false;
    }

    /** F1 of the words they share, 0 to 1. */
    public static double ofWords(String a, String b) {
        return WordBag.of(normalised(a)).likeness(WordBag.of(normalised(b)));
    }
}
