package org.onrecord.nlp.name.feature;

import java.util.Arrays;

/** The runs of capitalised words in a sentence, joined over a short word ("Bank of England", "Ministry of the Interior"). */
final class CapitalisedRuns {
    private static final int LONGEST = 10;

    private final int[] starts;
    private final int[] ends;

    private CapitalisedRuns(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static CapitalisedRuns of(WordForm[] words) {
        int n = words.length;
        int[] starts = new int[n];
        int[] ends = new int[n];
        Arrays.fill(starts, -1);
        int i = 0;
        while (i < n) {
            if (!words[i].capitalised) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && end - i < LONGEST && words[end].capitalised) {
                end++;
            }
            Arrays.fill(starts, i, end, i);
            Arrays.fill(ends, i, end, end);
            i = end;
        }
        return new CapitalisedRuns(starts, ends);
    }

    /** First word of the run the word is in, or -1 where it is in none. */
    int start(int word) {
        return starts[word];
    }

    /** One past the last word of the run. */
    int end(int word) {
        return ends[word];
    }
}
