package org.onrecord.scraper.extract.language;

import java.util.Locale;
import java.util.Set;

/**
 * English by its function words, which make up a third of any English prose and little of any other language's. Saves
 * most pages the detector, which takes longer than everything else that is done to them.
 */
final class CommonEnglish {
    private static final double SHARE = 0.2;
    private static final int FEWEST_WORDS = 20;
    private static final int FEWEST_DIFFERENT = 4;

    private static final Set<String> WORDS = Set.of(
            "the", "of", "and", "to", "that", "for", "is", "was", "with", "as", "by", "it", "from", "are", "be", "has",
            "have", "had", "his", "her", "they", "this", "which", "were", "been", "will", "would", "their", "said",
            "who", "not", "but", "you", "at", "he", "she", "we", "on", "in", "an", "a");

    private CommonEnglish() {}

    static boolean isIn(String text) {
        int words = 0;
        int common = 0;
        Set<String> different = new java.util.HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}'’]+")) {
            words += word.isEmpty() ? 0 : 1;
            if (WORDS.contains(word)) {
                common++;
                different.add(word);
            }
        }
        return words >= FEWEST_WORDS && common >= SHARE * words && different.size() >= FEWEST_DIFFERENT;
    }
}
