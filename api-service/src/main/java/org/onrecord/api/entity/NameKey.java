package org.onrecord.api.entity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The spelling under which a name is kept and asked for, so that {@code "al-Malikí"} finds {@code "Al Maliki"}. */
public final class NameKey {

    /** A key is indexed whole, and an index entry of PostgreSQL holds 2,700 bytes at most. */
    public static final int MAX_LENGTH = 256;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Dropped, where anything else divides words: {@code U.S.} is {@code US}, {@code O’Brien} is {@code OBrien}. */
    private static final Pattern WITHIN_WORDS = Pattern.compile("[.'’‘ʼ`´]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COMPOSED = Pattern.compile("[øłđðæœþ]");

    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) ");

    /** Letters with a stroke and ligatures, which Unicode does not decompose. */
    private static final Map<String, String> PLAIN =
            Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ", "oe", "þ", "th");

    private NameKey() {}

    /**
     * The name in lower case, of letters and digits only, words divided by one space, accents taken off.
     *
     * @param name any text
     * @return at most {@link #MAX_LENGTH} UTF-16 units; empty if the text holds neither letter nor digit; the key of a
     *     key is the key itself
     */
    public static String of(String name) {
        String bounded = bounded(name);
        return isAscii(bounded) ? ofAscii(bounded) : ofAnyLetters(bounded);
    }

    /** As below, in one pass: most names are of such letters, and an article has some hundred. */
    private static String ofAscii(String name) {
        StringBuilder key = new StringBuilder(name.length());
        boolean isBetweenWords = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
                if (isBetweenWords && !key.isEmpty()) {
                    key.append(' ');
                }
                isBetweenWords = false;
                key.append('A' <= c && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            } else if (c != '.' && c != '\'' && c != '`') {
                isBetweenWords = true;
            }
        }
        return cut(key.toString(), MAX_LENGTH).strip();
    }

    private static String ofAnyLetters(String name) {
        String folded = decompose(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String bare = MARKS.matcher(decompose(folded)).replaceAll("");
        String plain = COMPOSED.matcher(bare).replaceAll(letter -> PLAIN.get(letter.group()));
        String joined = WITHIN_WORDS.matcher(plain).replaceAll("");
        return cut(BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip(), MAX_LENGTH)
                .strip();
    }

    /** The key of a name that may have an article before it: "the Pentagon" is kept as "pentagon", The Hague as it is. */
    public static String withoutArticle(String key) {
        return ARTICLE.matcher(key).replaceFirst("");
    }

    /** As much of a name as is looked at. */
    static String bounded(String name) {
        return cut(name.strip(), 4 * MAX_LENGTH);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String decompose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
