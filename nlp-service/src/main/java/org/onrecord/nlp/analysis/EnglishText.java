package org.onrecord.nlp.analysis;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text is English enough to be read. What a page declares is evidence; where there are enough words, the words
 * decide, because templates declare languages that their articles are not in.
 */
final class EnglishText {
    /** English words that carry no topic and mean something else, or nothing, in the languages written alike. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "and", "that", "with", "from", "his", "her", "they", "their", "which", "who", "would", "this", "not",
            "but", "it", "its", "were", "are", "has", "been", "will", "said", "by", "she", "you", "when", "there",
            "what", "if", "out", "about", "than", "more", "could");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Fewer words than this prove nothing. */
    private static final int ENOUGH_WORDS = 30;
    /** Beyond this the share does not change enough to be worth the time. */
    private static final int MOST_WORDS = 2_000;
    /** News prose in English has 0.15 to 0.3; lists of results and names have less. */
    private static final double SURELY_ENGLISH = 0.08;
    /** Danish, Dutch and German prose, which share a few of the words, stays below. */
    private static final double SURELY_NOT = 0.03;

    private EnglishText() {}

    /**
     * Decides by the words, and by the declared language where they leave it open.
     *
     * @param declared ISO 639-1 code, possibly with a region ({@code en-GB}), or {@code und}
     */
    static boolean is(String declared, String text) {
        int words = 0;
        int functionWords = 0;
        Matcher matcher = WORD.matcher(text);
        while (words < MOST_WORDS && matcher.find()) {
            words++;
            if (FUNCTION_WORDS.contains(matcher.group().toLowerCase(Locale.ROOT))) {
                functionWords++;
            }
        }
        double share = words == 0 ? 0 : (double) functionWords / words;
        if (words >= ENOUGH_WORDS && share >= SURELY_ENGLISH) {
            return true;
        }
        if (words >= ENOUGH_WORDS && share < SURELY_NOT) {
            return false;
        }
        String language = declared.toLowerCase(Locale.ROOT);
        return language.equals("en") || language.startsWith("en-") || language.equals("und") || language.isEmpty();
    }
}
