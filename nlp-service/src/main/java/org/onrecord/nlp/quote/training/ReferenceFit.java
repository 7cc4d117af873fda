package org.onrecord.nlp.quote.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits the weights of features that are words: the choice among candidates, nobody among them with the score 0, by adaptive
 * gradient ascent with a Gaussian prior. Deterministic.
 */
final class ReferenceFit {
    private static final int ROUNDS = 400;
    private static final double STEP = 0.4;
    private static final double PRIOR = 1;
    /** Features seen with fewer speakers are left out. */
    private static final int FEWEST = 3;

    /**
     * A choice somebody made.
     *
     * @param features of each candidate
     * @param right whether it is the one
     * @param nobody whether the article does not name the one who is meant
     * @param fold of its document
     */
    record Lesson(List<Set<String>> features, List<Boolean> right, boolean nobody, int fold) {
        boolean known() {
            return right.contains(true);
        }
    }

    private final List<Lesson> lessons = new ArrayList<>();

    void add(Lesson lesson) {
        lessons.add(lesson);
    }

    void write(Path table) throws IOException {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(fit(-1)).forEach((feature, weight) -> {
            if (Math.abs(weight) >= 0.01) {
                lines.add(String.format(Locale.ROOT, "%s\t%.2f", feature, weight));
            }
        });
        Files.write(table, lines);
    }

    /** Accuracy and calibration on documents left out. */
    void report(int folds) {
        LeftOut leftOut = new LeftOut();
        for (int fold = 0; fold < folds; fold++) {
            Map<String, Double> weights = fit(fold);
            for (Lesson lesson : lessons) {
                if (lesson.fold() == fold) {
                    double[] likely = likely(scores(lesson, weights));
                    int nobody = likely.length - 1;
                    int best = nobody;
                    for (int c = 0; c < likely.length; c++) {
                        best = likely[c] > likely[best] ? c : best;
                    }
                    boolean hit =
                            best == nobody ? lesson.nobody() : lesson.right().get(best);
                    leftOut.add(hit, lesson.known(), likely[best]);
                }
            }
        }
        leftOut.print("reference");
    }

    private static double[] scores(Lesson lesson, Map<String, Double> weights) {
        double[] scores = new double[lesson.features().size() + 1];
        for (int c = 0; c < scores.length - 1; c++) {
            for (String feature : lesson.features().get(c)) {
                scores[c] += weights.getOrDefault(feature, 0.0);
            }
        }
        return scores;
    }

    private static double[] likely(double[] scores) {
        double highest = 0;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double total = 0;
        double[] likely = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            likely[c] = Math.exp(scores[c] - highest);
            total += likely[c];
        }
        for (int c = 0; c < scores.length; c++) {
            likely[c] /= total;
        }
        return likely;
    }

    /** Fitted on all documents but those of a fold; -1 for all. */
    Map<String, Double> fit(int without) {
        List<Lesson> learnt = lessons.stream()
                .filter(lesson -> (without < 0 || lesson.fold() != without) && (lesson.known() || lesson.nobody()))
                .toList();
        Map<String, Integer> index = index(learnt);
        List<int[][]> vectors = learnt.stream().map(l -> vectors(l, index)).toList();
        double[] weights = new double[index.size()];
        double[] squares = new double[index.size()];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[weights.length];
            for (int n = 0; n < learnt.size(); n++) {
                addGradient(learnt.get(n), vectors.get(n), weights, gradient);
            }
            for (int i = 0; i < weights.length; i++) {
                double g = gradient[i] - PRIOR * weights[i];
                squares[i] += g * g;
                weights[i] += STEP * g / (Math.sqrt(squares[i]) + 1e-6);
            }
        }
        Map<String, Double> named = new HashMap<>();
        index.forEach((feature, i) -> named.put(feature, weights[i]));
        return named;
    }

    private static Map<String, Integer> index(List<Lesson> lessons) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Lesson lesson : lessons) {
            lesson.features().stream().flatMap(Set::stream).distinct().forEach(f -> counts.merge(f, 1, Integer::sum));
        }
        Map<String, Integer> index = new HashMap<>();
        counts.forEach((feature, count) -> {
            if (count >= FEWEST) {
                index.put(feature, index.size());
            }
        });
        return index;
    }

    private static int[][] vectors(Lesson lesson, Map<String, Integer> index) {
        return lesson.features().stream()
                .map(features -> features.stream()
                        .filter(index::containsKey)
                        .mapToInt(index::get)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static void addGradient(Lesson lesson, int[][] vectors, double[] weights, double[] gradient) {
        double[] scores = new double[vectors.length + 1];
        for (int c = 0; c < vectors.length; c++) {
            for (int feature : vectors[c]) {
                scores[c] += weights[feature];
            }
        }
        double[] likely = likely(scores);
        double good = 0;
        for (int c = 0; c < vectors.length; c++) {
            good += lesson.right().get(c) ? likely[c] : 0;
        }
        for (int c = 0; c < vectors.length; c++) {
            double wanted = lesson.right().get(c) ? likely[c] / good : 0;
            for (int feature : vectors[c]) {
                gradient[feature] += wanted - likely[c];
            }
        }
    }
}
