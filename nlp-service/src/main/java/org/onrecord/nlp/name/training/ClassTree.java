package org.onrecord.nlp.name.training;

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
        int[][] merges = new int[n - 1][];
        for (int step = 0; step < n - 1; step++) {
            int[] best = cheapest(counts, alive);
            merge(counts, best[0], best[1]);
            alive[best[1]] = false;
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

    private static int[] cheapest(int[][] counts, boolean[] alive) {
        int n = counts.length;
        long[] left = new long[n];
        long[] right = new long[n];
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
                    double loss = loss(counts, alive, left, right, a, b);
                    if (loss < bestLoss) {
                        bestLoss = loss;
                        best = new int[] {a, b};
                    }
                }
            }
        }
        return best;
    }

    private static double loss(int[][] counts, boolean[] alive, long[] left, long[] right, int a, int b) {
        double loss = 0;
        for (int c = 0; c < counts.length; c++) {
            if (alive[c] && c != a && c != b) {
                loss += apart(counts[a][c], counts[b][c]) + apart(counts[c][a], counts[c][b]);
            }
        }
        int inner = counts[a][a] + counts[a][b] + counts[b][a] + counts[b][b];
        loss += WordClusters.f(counts[a][a])
                + WordClusters.f(counts[a][b])
                + WordClusters.f(counts[b][a])
                + WordClusters.f(counts[b][b])
                - WordClusters.f(inner);
        return loss - apart((int) left[a], (int) left[b]) - apart((int) right[a], (int) right[b]);
    }

    private static double apart(int one, int other) {
        return one == 0 || other == 0 ? 0 : WordClusters.f(one) + WordClusters.f(other) - WordClusters.f(one + other);
    }

    private static void merge(int[][] counts, int into, int from) {
        int n = counts.length;
        for (int c = 0; c < n; c++) {
            counts[into][c] += counts[from][c];
            counts[from][c] = 0;
        }
        for (int c = 0; c < n; c++) {
            counts[c][into] += counts[c][from];
            counts[c][from] = 0;
        }
    }
}
