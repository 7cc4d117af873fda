package org.onrecord.nlp.sentence;

import java.util.Locale;

/** Headlines and leads in capitals: the tagger knows no such words, so it is shown them with a capital only. */
final class AllCaps {
    private static final int SHORTEST_LEAD = 3;

    private AllCaps() {}

    /** Returns the words, or a copy in which runs of at least three words in capitals are softened ("Soccer"). */
    static String[] soften(String[] words) {
        String[] softened = words;
        int runStart = -1;
        int inRun = 0;
        for (int i = 0; i <= words.length; i++) {
            boolean hasLetters = i < words.length && Character.isLetter(words[i].charAt(0));
            if (hasLetters && isCapitals(words[i])) {
                runStart = runStart < 0 ? i : runStart;
                inRun++;
            } else if (hasLetters || i == words.length) {
                if (inRun >= SHORTEST_LEAD) {
                    softened = softened == words ? words.clone() : softened;
                    soften(softened, runStart, i);
                }
                runStart = -1;
                inRun = 0;
            }
        }
        return softened;
    }

    private static boolean isCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static void soften(String[] words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words[i].length() > 1) {
                words[i] = words[i].charAt(0) + words[i].substring(1).toLowerCase(Locale.ROOT);
            }
        }
    }
}
