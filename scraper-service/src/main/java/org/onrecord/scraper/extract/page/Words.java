package org.onrecord.scraper.extract.page;

/** White space and invisible characters of a page's text. */
public final class Words {
    private static final char SOFT_HYPHEN = '\u00AD';

    private Words() {}

    /** The first characters of a text that a page can make as long as it likes. */
    public static String beginning(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** White space collapsed to one space and trimmed, soft hyphens and zero-width characters gone. */
    public static String clean(CharSequence raw) {
        StringBuilder text = new StringBuilder(raw.length());
        append(text, raw);
        return trimmed(text);
    }

    /** Appends the text with white space collapsed, also against what stands there already. */
    static void append(StringBuilder text, CharSequence raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isSpace(c)) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            } else if (!isInvisible(c)) {
                text.append(c);
            }
        }
    }

    static String trimmed(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = 0;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    /** How many runs of letters or digits there are; every ideograph counts as half a word. */
    public static int count(CharSequence text) {
        int words = 0;
        int ideographs = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c < 128 ? isAsciiLetterOrDigit(c) : Character.isLetterOrDigit(c);
            if (letter && c >= '\u2E80' && Character.isIdeographic(c)) {
                ideographs++;
                inside = false;
            } else if (letter && !inside) {
                words++;
                inside = true;
            } else if (!letter && c != '\'' && c != '’') {
                inside = false;
            }
        }
        return words + (ideographs + 1) / 2;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c >= '\u1680' && (Character.isWhitespace(c) || c == '\u2007' || c == '\u202F');
    }

    static boolean isInvisible(char c) {
        return c == SOFT_HYPHEN
                || c == '\uFEFF'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2064';
    }
}
