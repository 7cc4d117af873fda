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
        int plain = 0;
        int length = raw.length();
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            // One space within the text is as it should be.
            boolean asIs = c > ' ' && c < 128 || c == ' ' && i > plain && raw.charAt(i - 1) != ' ';
            if (asIs || !isSpace(c) && !isInvisible(c)) {
                continue;
            }
            text.append(raw, plain, i);
            plain = i + 1;
            if (isSpace(c) && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        text.append(raw, plain, length);
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
        return count(text, 0);
    }

    /** The same of what stands from there on. */
    static int count(CharSequence text, int from) {
        int words = 0;
        int ideographs = 0;
        boolean inside = false;
        int length = text.length();
        for (int i = from; i < length; i++) {
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

    /** How many characters of white space it begins with. */
    static int leadingSpace(String text) {
        int space = 0;
        while (space < text.length() && isSpace(text.charAt(space))) {
            space++;
        }
        return space;
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
