package org.onrecord.nlp.quote.training;

import java.util.List;
import java.util.Random;

import org.onrecord.nlp.weight.HashedWeights;

/**
 * Fits hashed weights so that the right options of many choices become likely: log-linear, by stochastic gradient with
 * steps that adapt to each weight (AdaGrad, Duchi et al. 2011) and a Gaussian prior. Deterministic.
 */
final class ChoiceFit {

    private final int rounds;
    private final double rate;
    private final double prior;
    private final int rarest;

    /**
     * @param rounds passes over all observations
     * @param rate of the first step
     * @param prior how strongly weights are drawn to nothing, for each step
     * @param rarest features seen in fewer options weigh nothing
     */
    ChoiceFit(int rounds, double rate, double prior, int rarest) {
        this.rounds = rounds;
        this.rate = rate;
        this.prior = prior;
        this.rarest = rarest;
    }

    /**
     * A choice among options.
     *
     * @param options features of each
     * @param passed features of passing each option on the way to a later one; null where options do not stand in a row
     * @param right how right each is; all nothing where none of them is, which needs {@code none}
     * @param none whether "none of them" is an option, of score 0
     * @param weight how much the choice counts
     */
    record Observation(int[][] options, int[][] passed, double[] right, boolean none, double weight) {}

    HashedWeights fit(List<Observation> observations) {
        float[] weights = new float[HashedWeights.size()];
        float[] squares = new float[weights.length];
        boolean[] known = common(observations);
        Observation[] order = observations.toArray(Observation[]::new);
        Random random = new Random(19);
        float[] sum = new float[weights.length];
        int averaged = 0;
        for (int round = 0; round < rounds; round++) {
            shuffle(order, random);
            for (Observation observation : order) {
                step(observation, weights, squares, known);
            }
            if (round >= rounds / 2) {
                averaged++;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[i];
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= averaged;
        }
        return HashedWeights.of(sum);
    }

    private boolean[] common(List<Observation> observations) {
        byte[] counts = new byte[HashedWeights.size()];
        for (Observation o : observations) {
            count(o.options(), counts);
            if (o.passed() != null) {
                count(o.passed(), counts);
            }
        }
        boolean[] known = new boolean[counts.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = counts[i] >= rarest;
        }
        return known;
    }

    private static void count(int[][] options, byte[] counts) {
        for (int[] option : options) {
            for (int id : option) {
                counts[id] = (byte) Math.min(100, counts[id] + 1);
            }
        }
    }

    private static void shuffle(Observation[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            Observation swapped = order[i];
            order[i] = order[k];
            order[k] = swapped;
        }
    }

    private void step(Observation o, float[] weights, float[] squares, boolean[] known) {
        int count = o.options().length;
        double[] scores = new double[count];
        double passed = 0;
        double highest = o.none() ? 0 : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            scores[i] = passed + score(o.options()[i], weights);
            highest = Math.max(highest, scores[i]);
            if (o.passed() != null && i + 1 < count) {
                passed += score(o.passed()[i], weights);
            }
        }
        double total = o.none() ? Math.exp(-highest) : 0;
        double good = 0;
        for (int i = 0; i < count; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            total += scores[i];
            good += scores[i] * o.right()[i];
        }
        double beyond = 0;
        for (int i = count - 1; i >= 0; i--) {
            double wanted = good > 0 ? scores[i] * o.right()[i] / good : 0;
            double gradient = o.weight() * (wanted - scores[i] / total);
            if (o.passed() != null && i + 1 < count) {
                move(o.passed()[i], beyond, weights, squares, known);
            }
            beyond += gradient;
            move(o.options()[i], gradient, weights, squares, known);
        }
    }

    private static double score(int[] features, float[] weights) {
        double score = 0;
        for (int id : features) {
            score += weights[id];
        }
        return score;
    }

    private void move(int[] features, double gradient, float[] weights, float[] squares, boolean[] known) {
        if (Math.abs(gradient) < 1e-4) {
            return;
        }
        for (int id : features) {
            if (known[id]) {
                double g = gradient - prior * weights[id];
                squares[id] += (float) (g * g);
                weights[id] += (float) (rate * g / Math.sqrt(squares[id] + 0.1));
            }
        }
    }
}
