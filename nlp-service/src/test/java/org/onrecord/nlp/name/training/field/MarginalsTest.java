package org.onrecord.nlp.name.training.field;

import java.util.Random;

import org.junit.jupiter.api.Test;

import org.onrecord.nlp.name.label.Labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MarginalsTest {
    private static final int TOKENS = 3;

    private final float[] scores = random(TOKENS * Labels.COUNT, 1);
    private final float[] transitions = random(Labels.COUNT * Labels.COUNT, 2);

    @Test
    void areTheSumsOverAllSequencesThatMayBe() {
        float[] pairs = new float[Labels.COUNT * Labels.COUNT];
        Marginals marginals = new Marginals();
        marginals.read(scores, transitions);

        float[] probabilities = marginals.of(null, pairs, 1);

        double[] expected = new double[TOKENS * Labels.COUNT];
        double[] expectedPairs = new double[pairs.length];
        enumerate(expected, expectedPairs);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) probabilities[i]).isCloseTo(expected[i], within(1e-4));
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            assertThat((double) pairs[pair]).isCloseTo(expectedPairs[pair], within(1e-4));
        }
    }

    @Test
    void whatIsNotAllowedHasNoProbability() {
        int[] allowed = {1 << Labels.OUTSIDE, 1 << Labels.OUTSIDE | 0b1111 << 13, 1 << Labels.OUTSIDE};
        Marginals marginals = new Marginals();
        marginals.read(scores, transitions);

        float[] probabilities = marginals.of(allowed, new float[Labels.COUNT * Labels.COUNT], 1);

        assertThat(probabilities[0]).isEqualTo(1);
        assertThat(probabilities[Labels.COUNT + 1]).isZero();
        assertThat(probabilities[Labels.COUNT] + probabilities[Labels.COUNT + 16])
                .isCloseTo(1, within(1e-5f));
    }

    private void enumerate(double[] expected, double[] expectedPairs) {
        double sum = 0;
        int[] labels = new int[TOKENS];
        for (int code = 0; code < Math.pow(Labels.COUNT, TOKENS); code++) {
            for (int i = 0, rest = code; i < TOKENS; i++, rest /= Labels.COUNT) {
                labels[i] = rest % Labels.COUNT;
            }
            if (!mayBe(labels)) {
                continue;
            }
            double score = 0;
            for (int i = 0; i < TOKENS; i++) {
                score += scores[i * Labels.COUNT + labels[i]];
                score += i == 0 ? 0 : transitions[labels[i - 1] * Labels.COUNT + labels[i]];
            }
            double weight = Math.exp(score);
            sum += weight;
            for (int i = 0; i < TOKENS; i++) {
                expected[i * Labels.COUNT + labels[i]] += weight;
                if (i > 0) {
                    expectedPairs[labels[i - 1] * Labels.COUNT + labels[i]] += weight;
                }
            }
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] /= sum;
        }
        for (int pair = 0; pair < expectedPairs.length; pair++) {
            expectedPairs[pair] /= sum;
        }
    }

    private static boolean mayBe(int[] labels) {
        boolean may = Labels.mayStart(labels[0]) && Labels.mayEnd(labels[TOKENS - 1]);
        for (int i = 1; i < TOKENS; i++) {
            boolean follows = false;
            for (int from : Labels.before(labels[i])) {
                follows |= from == labels[i - 1];
            }
            may &= follows;
        }
        return may;
    }

    private static float[] random(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
