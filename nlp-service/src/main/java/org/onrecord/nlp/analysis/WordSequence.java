package org.onrecord.nlp.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text as its words alone: runs of letters and digits in lower case, whatever stands between them. So words stay the
 * same when quotation marks, dashes or spaces change.
 */
final class WordSequence {
    private final List<String> words;
    private final int[] starts;
    private final Map<String, int[]> positions = new HashMap<>();

    private WordSequence(List<String> words, int[] starts) {
        this.words = words;
        this.starts = starts;
    }

    static WordSequence of(String text) {
        List<String> words = new ArrayList<>();
        int[] starts = new int[16];
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            int start = at;
            while (at < text.length() && Character.isLetterOrDigit(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (words.size() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[words.size()] = start;
            words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
        }
        return new WordSequence(words, Arrays.copyOf(starts, words.size()));
    }

    /** The words with single spaces between them. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }

    /** How many times the given words stand here, one after the other, before an offset. */
    int occurrencesBefore(int offset, WordSequence sought) {
        int[] found = positions.computeIfAbsent(sought.toString(), key -> startsOf(sought));
        int at = Arrays.binarySearch(found, offset);
        return at >= 0 ? at : -at - 1;
    }

    private int[] startsOf(WordSequence sought) {
        int[] found = new int[4];
        int count = 0;
        int[] borders = borders(sought.words);
        int matched = 0;
        for (int i = 0; i < words.size() && !sought.words.isEmpty(); i++) {
            while (matched > 0 && !words.get(i).equals(sought.words.get(matched))) {
                matched = borders[matched - 1];
            }
            if (words.get(i).equals(sought.words.get(matched))) {
                matched++;
            }
            if (matched == sought.words.size()) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = starts[i + 1 - matched];
                matched = borders[matched - 1];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The failure function of Knuth, Morris and Pratt: a text of one word over and over takes no longer than another. */
    private static int[] borders(List<String> words) {
        int[] borders = new int[words.size()];
        int length = 0;
        for (int i = 1; i < words.size(); i++) {
            while (length > 0 && !words.get(i).equals(words.get(length))) {
                length = borders[length - 1];
            }
            if (words.get(i).equals(words.get(length))) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
