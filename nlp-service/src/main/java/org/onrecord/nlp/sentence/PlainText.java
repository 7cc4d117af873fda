package org.onrecord.nlp.sentence;

import java.util.Arrays;

/**
 * The text as OpenNLP's models know text: typographic quotes and dashes are plain, unit for unit, so that every offset
 * holds in both.
 */
final class PlainText {
    /**
     * A longer run without a space is no word (a link, encoded data). Its characters are masked, as OpenNLP looks back
     * to the last space from each full stop and would take quadratic time.
     */
    static final int LONGEST_WORD = 200;

    private PlainText() {}

    static String of(String text) {
        char[] plain = text.toCharArray();
        int wordStart = 0;
        for (int i = 0; i <= plain.length; i++) {
            if (i == plain.length || isSpace(plain[i])) {
                if (i - wordStart > LONGEST_WORD) {
                    Arrays.fill(plain, wordStart, i, 'x');
                }
                wordStart = i + 1;
            }
            if (i < plain.length) {
                plain[i] = plain(plain[i]);
            }
        }
        return new String(plain);
    }

    /** White space that divides words, the no-break spaces included, which {@link Character#isWhitespace} leaves out. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '`' -> '\'';
            case '\u201C',
                    '\u201D',
                    '\u201E',
                    '\u201F',
                    '\u2033',
                    '\u00AB',
                    '\u00BB',
                    '\u2039',
                    '\u203A',
                    '\u300C',
                    '\u300D',
                    '\u300E',
                    '\u300F',
                    '\uFF02' -> '"';
            case '\u2010', '\u2011' -> '-';
            case '\u2012', '\u2013', '\u2014', '\u2015' -> '\u2014';
            default -> isSpace(c) ? ' ' : c;
        };
    }
}
