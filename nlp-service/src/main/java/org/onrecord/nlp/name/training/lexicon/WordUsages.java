package org.onrecord.nlp.name.training.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon.Usage;

/** Counts how words are written within sentences. Not thread-safe. */
public final class WordUsages {
    private static final double MOSTLY = 0.8;

    private final Map<Long, int[]> counts = new TreeMap<>();

    /** A sentence of running text; its first word, and sentences in capitals, tell nothing. */
    public void add(List<String> sentence) {
        boolean shouted = sentence.stream().noneMatch(w -> w.chars().anyMatch(Character::isLowerCase));
        for (int i = 1; i < sentence.size() && !shouted; i++) {
            String word = sentence.get(i);
            if (Character.isLetter(word.charAt(0))
                    && Character.isLetter(sentence.get(i - 1).charAt(0))) {
                counts.computeIfAbsent(Hash.lower(word), k -> new int[3])[kind(word)]++;
            }
        }
    }

    private static int kind(String word) {
        if (Character.isLowerCase(word.charAt(0))) {
            return 0;
        }
        return word.length() > 1 && word.chars().noneMatch(Character::isLowerCase) ? 2 : 1;
    }

    Map<Long, Integer> usages(Set<String> dictionary) {
        Map<Long, Integer> usages = new TreeMap<>();
        dictionary.forEach(word -> usages.put(Hash.lower(word), Usage.LOWER));
        counts.forEach((word, c) -> {
            int sum = c[0] + c[1] + c[2];
            int usage;
            if (c[0] >= sum * MOSTLY) {
                usage = Usage.LOWER;
            } else if (c[2] >= sum * MOSTLY) {
                usage = Usage.CAPITALS;
            } else if (c[0] <= sum * (1 - MOSTLY)) {
                usage = usages.containsKey(word) && sum < 3 ? Usage.MIXED : Usage.CAPITALISED;
            } else {
                usage = Usage.MIXED;
            }
            usages.put(word, usage);
        });
        return usages;
    }
}
