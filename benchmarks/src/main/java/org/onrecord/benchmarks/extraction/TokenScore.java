package org.onrecord.benchmarks.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The measure of scrapinghub/article-extraction-benchmark: four-word shingles, and equality of all words. */
final class TokenScore {
    private static final int SHINGLE = 4;

    private double precision;
    private double recall;
    private int pages;
    private int exact;

    void add(String gold, String found) {
        List<String> goldWords = words(gold);
        List<String> foundWords = words(found);
        Map<List<String>, Integer> left = shingles(goldWords);
        Map<List<String>, Integer> right = shingles(foundWords);
        double both = 0;
        for (Map.Entry<List<String>, Integer> entry : left.entrySet()) {
            both += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
        }
        precision += right.isEmpty()
                ? 0
                : both / right.values().stream().mapToInt(i -> i).sum();
        recall += left.isEmpty()
                ? 0
                : both / left.values().stream().mapToInt(i -> i).sum();
        exact += goldWords.equals(foundWords) ? 1 : 0;
        pages++;
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) / pages;
    }

    double exact() {
        return (double) exact / pages;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "pages %d F1 %.4f precision %.4f recall %.4f exact %.4f",
                pages,
                f1(),
                precision / pages,
                recall / pages,
                exact());
    }

    /** Runs of letters, digits and underscores, case kept. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean word = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
            if (word && start < 0) {
                start = i;
            } else if (!word && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static Map<List<String>, Integer> shingles(List<String> words) {
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - SHINGLE + 1) && !words.isEmpty(); i++) {
            shingles.merge(words.subList(i, Math.min(words.size(), i + SHINGLE)), 1, Integer::sum);
        }
        return shingles;
    }
}
