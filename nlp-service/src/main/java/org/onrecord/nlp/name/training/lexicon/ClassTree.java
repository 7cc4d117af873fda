package org.onrecord.nlp.name.training.lexicon;

import java.util.Arrays;

/** Joins classes to a tree: at each step the two whose union loses least of what classes tell of their neighbours. */
final class ClassTree {
    /** Deeper branches are cut, so that a path fits in an int under its leading 1. */
    private static final int DEEPEST = 24;

    private ClassTree() {}

    /** Returns for each class its path from the root: bits under a leading 1. */
    static int[] paths(int[][] pairs) {
        int n = pairs.length;
        int[][] counts = new int[n][];
        for (int i = 0; i < n; i++) {
            counts[i] = pairs[i].clone();
        }
        boolean[] alive = new boolean[n];
        Arrays.fill(alive, true);
        double[][] losses = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                losses[a][b] = besides(counts, alive, a, b);
            }
        }
        int[][] merges = new int[n - 1][];
        for (int step = 0; step < n - 1; step++) {
            int[] best = cheapest(counts, alive, losses);
            merge(counts, alive, losses, best[0], best[1]);
            merges[step] = best;
        }
        int[] paths = new int[n];
        paths[merges[n - 2][0]] = 1;
        for (int step = n - 2; step >= 0; step--) {
            int path = paths[merges[step][0]];
            boolean deepest = Integer.numberOfLeadingZeros(path) <= 31 - DEEPEST;
            paths[merges[step][1]] = deepest ? path : path << 1 | 1;
            paths[merges[step][0]] = deepest ? path : path << 1;
        }
        return paths;
    }

    private static int[] cheapest(int[][] counts, boolean[] alive, double[][] losses) {
        int n = counts.length;
        int[] left = new int[n];
        int[] right = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[i] += counts[i][j];
                right[j] += counts[i][j];
            }
        }
        double bestLoss = Double.POSITIVE_INFINITY;
        int[] best = null;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n && alive[a]; b++) {
                if (alive[b]) {
                    double loss =
                            losses[a][b] + among(counts, a, b) - apart(left[a], left[b]) - apart(right[a], right[b]);
                    if (loss < bestLoss) {
                        bestLoss = loss;
                        best = new int[] {a, b};
                    }
                }
            }
        }
        return best;
    }

    /** What the union of two classes loses beside all other classes. */
    private static double besides(int[][] counts, boolean[] alive, int a, int b) {
        double loss = 0;
        for (int c = 0; c < counts.length; c++) {
            if (alive[c] && c != a && c != b) {
                loss += beside(counts, a, b, c);
            }
        }
        return loss;
    }

    private static double beside(int[][] counts, int a, int b, int c) {
        return apart(counts[a][c], counts[b][c]) + apart(counts[c][a], counts[c][b]);
    }

    private static double among(int[][] counts, int a, int b) {
        int inner = counts[a][a] + counts[a][b] + counts[b][a] + counts[b][b];
        return WordClusters.f(counts[a][a])
                + WordClusters.f(counts[a][b])
                + WordClusters.f(counts[b][a])
                + WordClusters.f(counts[b][b])
                - WordClusters.f(inner);
    }

    private static double apart(int one, int other) {
        return one == 0 || other == 0 ? 0 : WordClusters.f(one) + WordClusters.f(other) - WordClusters.f(one + other);
    }

    /** Joins two classes, and keeps the losses of all other pairs true. */
    private static void merge(int[][] counts, boolean[] alive, double[][] losses, int into, int from) {
        int n = counts.length;
        alive[into] = false;
        alive[from] = false;
        change(counts, alive, losses, into, -1);
        change(counts, alive, losses, from, -1);
        for (int c = 0; c < n; c++) {
            counts[into][c] += counts[from][c];
            counts[from][c] = 0;
        }
        for (int c = 0; c < n; c++) {
            counts[c][into] += counts[c][from];
            counts[c][from] = 0;
        }
        change(counts, alive, losses, into, 1);
        alive[into] = true;
        for (int c = 0; c < n; c++) {
            if (alive[c] && c != into) {
                losses[Math.min(c, into)][Math.max(c, into)] = besides(counts, alive, c, into);
            }
        }
    }

    private static void change(int[][] counts, boolean[] alive, double[][] losses, int c, int sign) {
        for (int a = 0; a < counts.length; a++) {
            for (int b = a + 1; b < counts.length && alive[a]; b++) {
                if (alive[b]) {
                    losses[a][b] += sign * beside(counts, a, b, c);
                }
            }
        }
    }
}
