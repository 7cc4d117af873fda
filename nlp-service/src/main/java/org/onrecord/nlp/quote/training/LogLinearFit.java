package org.onrecord.nlp.quote.training;

import java.util.List;

/**
 * Fits the weights of log-linear models by gradient ascent with a Gaussian prior: the choice among candidates, and yes or
 * no. Deterministic.
 */
final class LogLinearFit {

    private static final int ROUNDS = 300;
    private static final double STEP = 0.5;

    private final double prior;
    private final boolean[] weighed;

    /**
     * @param prior how strongly weights are drawn to nothing, for each observation
     * @param weighed for each trait whether it may have a weight; the others keep 0
     */
    LogLinearFit(double prior, boolean[] weighed) {
        this.prior = prior;
        this.weighed = weighed;
    }

    /**
     * A choice somebody made.
     *
     * @param traits of each candidate
     * @param right how right each candidate is; the sum is above nothing, or everything was wrong
     * @param none whether "none of them" is a candidate, of score 0
     */
    public record Observation(double[][] traits, double[] right, boolean none) {}

    /** Weights that make the right candidates likely. */
    double[] choices(List<Observation> observations) {
        Ascent ascent = new Ascent(weighed.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[weighed.length];
            for (Observation observation : observations) {
                addGradient(observation, ascent.weights, gradient);
            }
            ascent.step(gradient, observations.size());
        }
        return ascent.weights;
    }

    /** Weights under which the logistic function of the score is the probability of yes. */
    double[] yesNo(List<double[]> traits, List<Boolean> answers) {
        Ascent ascent = new Ascent(weighed.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[weighed.length];
            for (int n = 0; n < traits.size(); n++) {
                double[] x = traits.get(n);
                double miss = (answers.get(n) ? 1 : 0) - 1 / (1 + Math.exp(-dot(ascent.weights, x)));
                addTo(gradient, x, miss);
            }
            ascent.step(gradient, traits.size());
        }
        return ascent.weights;
    }

    private static void addGradient(Observation o, double[] weights, double[] gradient) {
        int count = o.traits().length;
        double[] likely = new double[count];
        double total = o.none() ? 1 : 0;
        double good = 0;
        for (int c = 0; c < count; c++) {
            likely[c] = Math.exp(Math.min(30, dot(weights, o.traits()[c])));
            total += likely[c];
            good += likely[c] * o.right()[c];
        }
        double goodNone = good == 0 && o.none() ? 1 : 0;
        for (int c = 0; c < count; c++) {
            double wanted = good > 0 ? likely[c] * o.right()[c] / good : 0;
            if (good > 0 || goodNone > 0) {
                addTo(gradient, o.traits()[c], wanted - likely[c] / total);
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addTo(double[] sum, double[] x, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
    }

    /** Adaptive steps: each weight moves by its own history of gradients. */
    private final class Ascent {
        final double[] weights;
        private final double[] squares;
        private final double[] momentum;
        private int steps;

        Ascent(int size) {
            weights = new double[size];
            squares = new double[size];
            momentum = new double[size];
        }

        void step(double[] gradient, int observations) {
            steps++;
            for (int i = 0; i < weights.length; i++) {
                if (!weighed[i]) {
                    continue;
                }
                double g = gradient[i] / observations - prior * weights[i];
                momentum[i] = 0.9 * momentum[i] + 0.1 * g;
                squares[i] = 0.99 * squares[i] + 0.01 * g * g;
                double m = momentum[i] / (1 - Math.pow(0.9, steps));
                double s = squares[i] / (1 - Math.pow(0.99, steps));
                weights[i] += STEP / Math.sqrt(steps) * m / (Math.sqrt(s) + 1e-8);
            }
        }
    }
}
