package org.onrecord.nlp.name.training.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.onrecord.nlp.name.lexicon.Hash;

/**
 * Word classes from text: each word moves to the class in which it tells most of its neighbours (the exchange algorithm of
 * Kneser and Ney, 1993), then the classes are joined pair by pair to a tree (Brown et al., 1992), whose branches are the
 * bits of a class. Deterministic.
 */
public final class WordClusters {
    private final int classes;
    private final int rounds;

    private int words;
    private int[] count;
    private int[] classOf;
    private int[][] next;
    private int[][] nextCount;
    private int[][] before;
    private int[][] beforeCount;
    private int[][] pairs;
    private int[] left;
    private int[] right;
    private final int[] neighbour;
    private int neighbours;

    /**
     * @param classes how many there are, the edge of a sentence's included
     * @param rounds the most passes over the words
     */
    public WordClusters(int classes, int rounds) {
        this.classes = classes;
        this.rounds = rounds;
        neighbour = new int[classes];
    }

    /**
     * Returns the class of each word that occurs often enough, by its hash: a bit string under a leading 1.
     *
     * @param sentences running text
     * @param leastCount words that occur less often have no class
     */
    public Map<Long, Integer> learn(List<List<String>> sentences, int leastCount) {
        List<String> vocabulary = read(sentences, leastCount);
        for (int w = 0; w < words; w++) {
            classOf[w] = w == 0 ? 0 : 1 + (w - 1) % (classes - 1);
        }
        countPairs();
        for (int round = 0; round < rounds && exchange() > 0; round++) {
            countPairs();
        }
        int[] paths = ClassTree.paths(pairs);
        Map<Long, Integer> clusters = new TreeMap<>();
        for (int w = 1; w < words; w++) {
            clusters.put(Hash.cluster(vocabulary.get(w), false), paths[classOf[w]]);
        }
        return clusters;
    }

    /** Word 0 is the edge of a sentence; words too rare for a class stand as edges too. */
    private List<String> read(List<List<String>> sentences, int leastCount) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(s -> s.forEach(word -> counts.merge(plain(word), 1, Integer::sum)));
        List<String> vocabulary = new ArrayList<>(counts.entrySet().stream()
                .filter(e -> e.getValue() >= leastCount)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList());
        vocabulary.add(0, "");
        words = vocabulary.size();
        Map<String, Integer> ids = new HashMap<>();
        for (int w = 0; w < words; w++) {
            ids.put(vocabulary.get(w), w);
        }
        count = new int[words];
        classOf = new int[words];
        long[] bigrams = new long[sentences.stream().mapToInt(List::size).sum() + sentences.size()];
        int size = 0;
        for (List<String> sentence : sentences) {
            int previous = 0;
            count[0]++;
            for (String word : sentence) {
                int id = ids.getOrDefault(plain(word), 0);
                count[id]++;
                bigrams[size++] = (long) previous << 32 | id;
                previous = id;
            }
            bigrams[size++] = (long) previous << 32;
        }
        Arrays.sort(bigrams);
        index(bigrams);
        return vocabulary;
    }

    private void index(long[] bigrams) {
        int[] out = new int[words];
        int[] in = new int[words];
        for (int i = 0; i < bigrams.length; i++) {
            if (i == 0 || bigrams[i] != bigrams[i - 1]) {
                out[(int) (bigrams[i] >>> 32)]++;
                in[(int) bigrams[i]]++;
            }
        }
        next = new int[words][];
        nextCount = new int[words][];
        before = new int[words][];
        beforeCount = new int[words][];
        for (int w = 0; w < words; w++) {
            next[w] = new int[out[w]];
            nextCount[w] = new int[out[w]];
            before[w] = new int[in[w]];
            beforeCount[w] = new int[in[w]];
        }
        for (int i = 0; i < bigrams.length; ) {
            int end = i + 1;
            while (end < bigrams.length && bigrams[end] == bigrams[i]) {
                end++;
            }
            int a = (int) (bigrams[i] >>> 32);
            int b = (int) bigrams[i];
            next[a][--out[a]] = b;
            nextCount[a][out[a]] = end - i;
            before[b][--in[b]] = a;
            beforeCount[b][in[b]] = end - i;
            i = end;
        }
    }

    private void countPairs() {
        pairs = new int[classes][classes];
        left = new int[classes];
        right = new int[classes];
        for (int w = 0; w < words; w++) {
            for (int i = 0; i < next[w].length; i++) {
                pairs[classOf[w]][classOf[next[w][i]]] += nextCount[w][i];
                left[classOf[w]] += nextCount[w][i];
                right[classOf[next[w][i]]] += nextCount[w][i];
            }
        }
    }

    private int exchange() {
        int moved = 0;
        int[] toClass = new int[classes];
        int[] fromClass = new int[classes];
        for (int w = 1; w < words; w++) {
            Arrays.fill(toClass, 0);
            Arrays.fill(fromClass, 0);
            int self = 0;
            int out = 0;
            int in = 0;
            for (int i = 0; i < next[w].length; i++) {
                out += nextCount[w][i];
                if (next[w][i] == w) {
                    self += nextCount[w][i];
                } else {
                    toClass[classOf[next[w][i]]] += nextCount[w][i];
                }
            }
            for (int i = 0; i < before[w].length; i++) {
                in += beforeCount[w][i];
                if (before[w][i] != w) {
                    fromClass[classOf[before[w][i]]] += beforeCount[w][i];
                }
            }
            int own = classOf[w];
            findNeighbours(toClass, fromClass);
            change(own, toClass, fromClass, self, out, in, -1);
            int best = own;
            double bestGain = gain(own, toClass, fromClass, self, out, in);
            for (int c = 1; c < classes; c++) {
                if (c != own) {
                    double gain = gain(c, toClass, fromClass, self, out, in);
                    if (gain > bestGain + 1e-9) {
                        bestGain = gain;
                        best = c;
                    }
                }
            }
            change(best, toClass, fromClass, self, out, in, 1);
            classOf[w] = best;
            moved += best == own ? 0 : 1;
        }
        return moved;
    }

    /** Most words stand beside words of a few classes. */
    private void findNeighbours(int[] toClass, int[] fromClass) {
        neighbours = 0;
        for (int d = 0; d < classes; d++) {
            if (toClass[d] != 0 || fromClass[d] != 0) {
                neighbour[neighbours++] = d;
            }
        }
    }

    private void change(int c, int[] toClass, int[] fromClass, int self, int out, int in, int sign) {
        for (int i = 0; i < neighbours; i++) {
            int d = neighbour[i];
            pairs[c][d] += sign * toClass[d];
            pairs[d][c] += sign * fromClass[d];
        }
        pairs[c][c] += sign * self;
        left[c] += sign * out;
        right[c] += sign * in;
    }

    /** What the likelihood of the text gains if the word, which is in no class, joins this one. */
    private double gain(int c, int[] toClass, int[] fromClass, int self, int out, int in) {
        double gain = 0;
        for (int i = 0; i < neighbours; i++) {
            int d = neighbour[i];
            if (d != c) {
                if (toClass[d] != 0) {
                    gain += f(pairs[c][d] + toClass[d]) - f(pairs[c][d]);
                }
                if (fromClass[d] != 0) {
                    gain += f(pairs[d][c] + fromClass[d]) - f(pairs[d][c]);
                }
            }
        }
        gain += f(pairs[c][c] + toClass[c] + fromClass[c] + self) - f(pairs[c][c]);
        return gain - (f(left[c] + out) - f(left[c])) - (f(right[c] + in) - f(right[c]));
    }

    private static final double[] TABLE = new double[1 << 16];

    static {
        for (int i = 1; i < TABLE.length; i++) {
            TABLE[i] = i * Math.log(i);
        }
    }

    static double f(int n) {
        return n < TABLE.length ? TABLE[n] : n * Math.log(n);
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            plain.append(Character.isDigit(c) ? '0' : c == '\u2019' ? '\'' : c);
        }
        return plain.toString();
    }
}
