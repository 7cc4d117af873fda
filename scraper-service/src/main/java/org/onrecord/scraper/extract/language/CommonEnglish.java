package org.onrecord.scraper.extract.language;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * English by its function words, which make up a third of any English prose and little of any other language's. Saves
 * most pages the detector, which takes longer than everything else that is done to them.
 */
final class CommonEnglish {
    private static final double SHARE = 0.2;
    /** Letters of the longest of the words. */
    private static final int LONGEST = 5;

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
        Set<String> different = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isOfWord(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words++;
                if (i - start <= LONGEST) {
                    String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                    if (WORDS.contains(word)) {
                        common++;
                        different.add(word);
                    }
                }
                start = -1;
            }
        }
        return words >= FEWEST_WORDS && common >= SHARE * words && different.size() >= FEWEST_DIFFERENT;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’';
    }
}
