package org.onrecord.api.quote;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where words that were asked for stand in the words of a quote, in UTF-16 units, half open.
 *
 * @param start first unit
 * @param end one past the last
 */
@RegisterForReflection
public record Highlight(int start, int end) {

    /** Nobody prints them: they are for private use. */
    public static final char OPEN = '\uE0A0';

    public static final char CLOSE = '\uE0A1';

    /** As {@code plain_letters} of the database looks for what is not plain. */
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\u0001-\\u00A9\\u2010-\\u2027]");

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("æ", "ae"),
            Map.entry("Æ", "AE"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "OE"),
            Map.entry("ß", "ss"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("Đ", "D"),
            Map.entry("ð", "d"),
            Map.entry("Ð", "D"));

    /**
     * Finds in a text what the database marked in its plain letters.
     *
     * @param text as it is stored
     * @param marked its plain letters, each word between {@link #OPEN} and {@link #CLOSE}
     * @return in reading order; empty where the two do not tell of the same letters
     */
    public static List<Highlight> of(String text, String marked) {
        boolean plain = !NOT_PLAIN.matcher(text).find();
        StringBuilder letters = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int length = Character.charCount(text.codePointAt(i));
            String letter = text.substring(i, i + length);
            letters.append(plain ? letter : plain(letter));
            while (places.size() < letters.length()) {
                places.add(i);
            }
            i += length;
        }
        places.add(text.length());
        List<Highlight> highlights = new ArrayList<>();
        int at = 0;
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == OPEN) {
                start = at;
            } else if (c == CLOSE) {
                highlights.add(new Highlight(places.get(start), places.get(at)));
            } else if (at == letters.length() || letters.charAt(at++) != c) {
                return List.of();
            }
        }
        return at == letters.length() ? highlights : List.of();
    }

    private static String plain(String letter) {
        String bare = MARKS.matcher(Normalizer.normalize(letter, Normalizer.Form.NFKD))
                .replaceAll("");
        return Normalizer.normalize(PLAIN.getOrDefault(bare, bare), Normalizer.Form.NFC);
    }
}
