package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.onrecord.nlp.weight.Trees;
import org.onrecord.nlp.weight.Trees.Tree;

/**
 * Gradient boosting of regression trees with logistic loss (Friedman 2001), splits searched in histograms, each tree on a
 * part of the rows and of the features. Deterministic.
 */
final class TreeFit {

    private static final int BINS = 48;
    private static final double ROW_SHARE = 0.6;
    private static final double FEATURE_SHARE = 0.4;

    private final int rounds;
    private final int depth;
    private final double rate;
    private final double smallestWeight;
    private final double ridge;
    private final Random random = new Random(7);

    TreeFit(int rounds, int depth, double rate, double smallestWeight, double ridge) {
        this.rounds = rounds;
        this.depth = depth;
        this.rate = rate;
        this.smallestWeight = smallestWeight;
        this.ridge = ridge;
    }

    Trees fit(List<float[]> rows, List<Boolean> answers) {
        int count = rows.size();
        int features = rows.getFirst().length;
        float[][] edges = new float[features][];
        byte[][] bins = new byte[features][count];
        for (int f = 0; f < features; f++) {
            edges[f] = edges(rows, f);
            for (int i = 0; i < count; i++) {
                bins[f][i] = (byte) bin(edges[f], rows.get(i)[f]);
            }
        }
        double positive = answers.stream().filter(a -> a).count();
        double bias = Math.log(positive / (count - positive));
        double[] sums = new double[count];
        Arrays.fill(sums, bias);
        List<Tree> trees = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Tree tree = new Growing(bins, edges, answers, sums).grow();
            for (int i = 0; i < count; i++) {
                sums[i] += tree.value(rows.get(i));
            }
            trees.add(tree);
        }
        return new Trees(bias, trees);
    }

    private static float[] edges(List<float[]> rows, int feature) {
        float[] values = new float[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[feature];
        }
        Arrays.sort(values);
        float[] edges = new float[BINS];
        int count = 0;
        for (int b = 1; b < BINS; b++) {
            float below = values[(int) ((long) b * values.length / BINS)];
            if (below < values[values.length - 1] && (count == 0 || edges[count - 1] < below)) {
                edges[count++] = below;
            }
        }
        // Rare flags fall between all quantiles: their zero is an edge of its own.
        if (count == 0 && values[0] < values[values.length - 1]) {
            edges[count++] = values[0];
        }
        return Arrays.copyOf(edges, count);
    }

    private static int bin(float[] edges, float value) {
        int bin = 0;
        while (bin < edges.length && value > edges[bin]) {
            bin++;
        }
        return bin;
    }

    /** One tree on its way. */
    private final class Growing {
        private final byte[][] bins;
        private final float[][] edges;
        private final double[] gradient;
        private final double[] hessian;
        private final List<float[]> nodes = new ArrayList<>();
        private final boolean[] asked;

        Growing(byte[][] bins, float[][] edges, List<Boolean> answers, double[] sums) {
            this.bins = bins;
            this.edges = edges;
            this.gradient = new double[sums.length];
            this.hessian = new double[sums.length];
            for (int i = 0; i < sums.length; i++) {
                double p = 1 / (1 + Math.exp(-sums[i]));
                gradient[i] = (answers.get(i) ? 1 : 0) - p;
                hessian[i] = Math.max(1e-6, p * (1 - p));
            }
            this.asked = new boolean[bins.length];
            for (int f = 0; f < asked.length; f++) {
                asked[f] = random.nextDouble() < FEATURE_SHARE && edges[f].length > 0;
            }
        }

        Tree grow() {
            int[] drawn = new int[gradient.length];
            int count = 0;
            for (int i = 0; i < drawn.length; i++) {
                if (random.nextDouble() < ROW_SHARE) {
                    drawn[count++] = i;
                }
            }
            split(Arrays.copyOf(drawn, count), 0);
            int size = nodes.size();
            Tree tree = new Tree(new short[size], new float[size], new short[size], new short[size]);
            for (int i = 0; i < size; i++) {
                float[] node = nodes.get(i);
                tree.feature()[i] = (short) node[0];
                tree.threshold()[i] = node[1];
                tree.left()[i] = (short) node[2];
                tree.right()[i] = (short) node[3];
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
                if (!asked[f]) {
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
