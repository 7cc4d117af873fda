package org.onrecord.nlp.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text as its words alone: runs of letters and digits in lower case, whatever stands between them. So words stay the
 * same when quotation marks, dashes or spaces change.
 */
final class WordSequence {
    /** Odd and without a pattern, so that every bit of a word's number reaches every bit of the hash. */
    private static final long BASE = 0x9E37_79B9_7F4A_7C15L;

    private final List<String> words;
    private final int[] starts;

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

    /**
     * Where some sequences of words stand here, each with its words, one after the other.
     *
     * <p>Sequences of one length are looked for together, by a hash of their words: texts that quote thousands of different
     * words take no longer than others, since quotations of many lengths have no room in one text. Two sequences that
     * somebody made of one hash would be counted as the same, which moves a number in that article alone.
     */
    Occurrences occurrencesOf(Collection<WordSequence> sought) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = words.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size() + 1))
                .toArray();
        Map<Integer, Map<Long, Starts>> byLength = new HashMap<>();
        Map<String, Starts> found = new HashMap<>();
        for (WordSequence sequence : sought) {
            found.computeIfAbsent(sequence.toString(), words -> {
                int length = sequence.words.size();
                long hash = hash(
                        sequence.words.stream()
                                .mapToInt(word -> numbers.getOrDefault(word, 0))
                                .toArray(),
                        0,
                        length);
                return byLength.computeIfAbsent(length, l -> new HashMap<>()).computeIfAbsent(hash, h -> new Starts());
            });
        }
        byLength.forEach((length, wanted) -> note(numbered, length, wanted));
        return new Occurrences(found);
    }

    private void note(int[] numbered, int length, Map<Long, Starts> wanted) {
        if (length == 0 || length > numbered.length) {
            return;
        }
        long highest = 1;
        for (int i = 1; i < length; i++) {
            highest *= BASE;
        }
        long hash = hash(numbered, 0, length);
        for (int i = 0; ; i++) {
            Starts noted = wanted.get(hash);
            if (noted != null) {
                noted.add(starts[i]);
            }
            if (i + length == numbered.length) {
                return;
            }
            hash = (hash - numbered[i] * highest) * BASE + numbered[i + length];
        }
    }

    private static long hash(int[] numbers, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * BASE + numbers[i];
        }
        return hash;
    }

    /** Where sequences of words begin in a text. */
    record Occurrences(Map<String, Starts> starts) {

        /** How many times the words of one of the sequences that were sought stand before an offset. */
        int before(int offset, WordSequence words) {
            return starts.get(words.toString()).before(offset);
        }
    }

    /** Offsets in rising order. */
    static final class Starts {
        private int[] offsets = new int[2];
        private int count;

        private void add(int offset) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            offsets[count++] = offset;
        }

        private int before(int offset) {
            int at = Arrays.binarySearch(offsets, 0, count, offset);
            return at >= 0 ? at : -at - 1;
        }
    }
}
