package org.onrecord.benchmarks.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.onrecord.scraper.extract.classify.BlockClassifier;
import org.onrecord.scraper.extract.classify.Tree;

/**
 * Gradient boosting of regression trees with logistic loss (Friedman 2001), splits searched in histograms. Each tree sees a part
 * of the rows and of the numbers, drawn by a fixed seed (Friedman 2002). Deterministic.
 */
final class TreeTrainer {
    private static final int BINS = 64;
    private static final long SEED = 7;

    private final int rounds;
    private final int depth;
    private final double rate;
    private final double smallestWeight;
    private final double ridge;
    private final double partOfNumbers;
    private final double partOfRows;

    TreeTrainer(
            int rounds,
            int depth,
            double rate,
            double smallestWeight,
            double ridge,
            double partOfNumbers,
            double partOfRows) {
        this.rounds = rounds;
        this.depth = depth;
        this.rate = rate;
        this.smallestWeight = smallestWeight;
        this.ridge = ridge;
        this.partOfNumbers = partOfNumbers;
        this.partOfRows = partOfRows;
    }

    /** Fits the probability of {@code labels[i] == 1} to the rows; {@code weights} says how much each row counts. */
    BlockClassifier train(float[][] rows, int[] labels, double[] weights) {
        int features = rows[0].length;
        float[][] edges = new float[features][];
        byte[][] bins = new byte[features][rows.length];
        for (int f = 0; f < features; f++) {
            edges[f] = edges(rows, f);
            for (int i = 0; i < rows.length; i++) {
                bins[f][i] = (byte) bin(edges[f], rows[i][f]);
            }
        }
        double positive = 0;
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            positive += labels[i] * weights[i];
            total += weights[i];
        }
        double bias = Math.log(positive / (total - positive));
        double[] sums = new double[rows.length];
        Arrays.fill(sums, bias);
        List<Tree> trees = new ArrayList<>();
        Random random = new Random(SEED);
        for (int round = 0; round < rounds; round++) {
            Tree tree = new Growing(bins, edges, labels, weights, sums).grow(random);
            for (int i = 0; i < rows.length; i++) {
                sums[i] += tree.value(rows[i]);
            }
            trees.add(tree);
        }
        return new BlockClassifier(bias, trees);
    }

    private static float[] edges(float[][] rows, int feature) {
        float[] values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][feature];
        }
        Arrays.sort(values);
        List<Float> edges = new ArrayList<>();
        for (int b = 1; b < BINS; b++) {
            int at = (int) ((long) b * values.length / BINS);
            float below = values[at];
            if (below < values[values.length - 1] && (edges.isEmpty() || edges.getLast() < below)) {
                edges.add(below);
            }
        }
        // Rare flags fall between all quantiles: their zero is an edge of its own.
        if (edges.isEmpty() && values[0] < values[values.length - 1]) {
            edges.add(values[0]);
        }
        float[] array = new float[edges.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = edges.get(i);
        }
        return array;
    }

    private static int bin(float[] edges, float value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** One tree on its way. */
    private final class Growing {
        private final byte[][] bins;
        private final float[][] edges;
        private final double[] gradient;
        private final double[] hessian;
        private final boolean[] seen;
        private final List<float[]> nodes = new ArrayList<>();

        Growing(byte[][] bins, float[][] edges, int[] labels, double[] weights, double[] sums) {
            this.bins = bins;
            this.edges = edges;
            this.gradient = new double[labels.length];
            this.hessian = new double[labels.length];
            this.seen = new boolean[bins.length];
            for (int i = 0; i < labels.length; i++) {
                double p = 1 / (1 + Math.exp(-sums[i]));
                gradient[i] = weights[i] * (labels[i] - p);
                hessian[i] = weights[i] * Math.max(1e-6, p * (1 - p));
            }
        }

        Tree grow(Random random) {
            for (int f = 0; f < seen.length; f++) {
                seen[f] = random.nextDouble() < partOfNumbers;
            }
            split(
                    IntStream.range(0, gradient.length)
                            .filter(row -> random.nextDouble() < partOfRows)
                            .toArray(),
                    0);
            int count = nodes.size();
            Tree tree = new Tree(new int[count], new float[count], new int[count], new int[count]);
            for (int i = 0; i < count; i++) {
                float[] node = nodes.get(i);
                tree.feature()[i] = (int) node[0];
                tree.threshold()[i] = node[1];
                tree.left()[i] = (int) node[2];
                tree.right()[i] = (int) node[3];
            }
            return tree;
        }

        private int split(int[] rows, int level) {
            int index = nodes.size();
            float[] node = new float[4];
            nodes.add(node);
            double g = 0;
            double h = 0;
            for (int row : rows) {
                g += gradient[row];
                h += hessian[row];
            }
            int[] best = level < depth ? bestSplit(rows, g, h) : null;
            if (best == null) {
                node[1] = (float) (rate * g / (h + ridge));
                return index;
            }
            int[][] parts = parts(rows, best[0], best[1]);
            node[0] = best[0];
            node[1] = edges[best[0]][best[1]];
            node[2] = split(parts[0], level + 1);
            node[3] = split(parts[1], level + 1);
            return index;
        }

        private int[] bestSplit(int[] rows, double g, double h) {
            double most = 1e-3 + g * g / (h + ridge);
            int[] best = null;
            for (int f = 0; f < bins.length; f++) {
                if (edges[f].length == 0 || !seen[f]) {
                    continue;
                }
                double[] sumG = new double[edges[f].length + 1];
                double[] sumH = new double[edges[f].length + 1];
                for (int row : rows) {
                    sumG[bins[f][row]] += gradient[row];
                    sumH[bins[f][row]] += hessian[row];
                }
                double leftG = 0;
                double leftH = 0;
                for (int b = 0; b < edges[f].length; b++) {
                    leftG += sumG[b];
                    leftH += sumH[b];
                    if (leftH < smallestWeight || h - leftH < smallestWeight) {
                        continue;
                    }
                    double gain = leftG * leftG / (leftH + ridge) + (g - leftG) * (g - leftG) / (h - leftH + ridge);
                    if (gain > most) {
                        most = gain;
                        best = new int[] {f, b};
                    }
                }
            }
            return best;
        }

        private int[][] parts(int[] rows, int feature, int bin) {
            int left = 0;
            for (int row : rows) {
                left += bins[feature][row] <= bin ? 1 : 0;
            }
            int[][] parts = {new int[left], new int[rows.length - left]};
            int l = 0;
            int r = 0;
            for (int row : rows) {
                if (bins[feature][row] <= bin) {
                    parts[0][l++] = row;
                } else {
                    parts[1][r++] = row;
                }
            }
            return parts;
        }
    }
}
