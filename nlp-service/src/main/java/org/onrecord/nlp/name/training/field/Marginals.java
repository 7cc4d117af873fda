package org.onrecord.nlp.name.training.field;

import java.util.Arrays;

import org.onrecord.nlp.name.label.Labels;

/**
 * How likely each label is at each token of a sentence, and each pair of labels anywhere in it: forwards and backwards over
 * the sequences of labels (Lafferty, McCallum and Pereira, 2001). Written for one sentence at a time, used again for the next.
 */
final class Marginals {
    private static final int LABELS = Labels.COUNT;
    /** Labels further below the best one of a token count as this far. */
    private static final float FURTHEST = -60;

    private static final float LEAST = 1e-35f;

    private final float[] pairWeights = new float[LABELS * LABELS];
    private float[] weights = new float[0];

    /** Takes the scores of a sentence's labels and of neighbouring labels, natural logarithms both. */
    void read(float[] scores, float[] transitions) {
        for (int pair = 0; pair < pairWeights.length; pair++) {
            pairWeights[pair] = (float) StrictMath.exp(transitions[pair]);
        }
        weights = new float[scores.length];
        for (int start = 0; start < scores.length; start += LABELS) {
            float best = scores[start];
            for (int label = 1; label < LABELS; label++) {
                best = Math.max(best, scores[start + label]);
            }
            for (int label = 0; label < LABELS; label++) {
                weights[start + label] = (float) StrictMath.exp(Math.max(scores[start + label] - best, FURTHEST));
            }
        }
    }

    /**
     * Returns the probabilities {@code [token * Labels.COUNT + label]} among the sequences that are allowed.
     *
     * @param allowed bit set of the labels each token may have, or null where all are allowed
     * @param pairs to which the expected numbers of pairs {@code [from * Labels.COUNT + to]} are added
     * @param sign what a pair counts for, 1 or -1
     */
    float[] of(int[] allowed, float[] pairs, int sign) {
        float[] here = weights;
        if (allowed != null) {
            here = weights.clone();
            for (int i = 0; i < here.length; i++) {
                if ((allowed[i / LABELS] >> i % LABELS & 1) == 0) {
                    here[i] = 0;
                }
            }
        }
        float[] forward = forward(here);
        return backward(here, forward, pairs, sign);
    }

    private float[] forward(float[] here) {
        float[] forward = new float[here.length];
        for (int start = 0; start < here.length; start += LABELS) {
            float sum = 0;
            for (int to = 0; to < LABELS; to++) {
                float reached = 0;
                if (start == 0) {
                    reached = Labels.mayStart(to) ? 1 : 0;
                } else if (here[start + to] > 0) {
                    for (int from : Labels.before(to)) {
                        reached += forward[start - LABELS + from] * pairWeights[from * LABELS + to];
                    }
                }
                forward[start + to] = reached * here[start + to];
                sum += forward[start + to];
            }
            scale(forward, start, sum);
        }
        return forward;
    }

    private float[] backward(float[] here, float[] forward, float[] pairs, int sign) {
        float[] probabilities = new float[here.length];
        float[] ahead = new float[LABELS];
        float[] backward = new float[LABELS];
        for (int label = 0; label < LABELS; label++) {
            backward[label] = Labels.mayEnd(label) ? 1 : 0;
        }
        for (int start = here.length - LABELS; start >= 0; start -= LABELS) {
            float sum = 0;
            for (int label = 0; label < LABELS; label++) {
                probabilities[start + label] = forward[start + label] * backward[label];
                sum += probabilities[start + label];
                ahead[label] = here[start + label] * backward[label];
            }
            scale(probabilities, start, sum);
            if (start > 0) {
                step(forward, start - LABELS, ahead, backward, pairs, sign);
            }
        }
        return probabilities;
    }

    /** One token back: what lies ahead of each of its labels, and how often each pair of labels is expected here. */
    private void step(float[] forward, int before, float[] ahead, float[] backward, float[] pairs, int sign) {
        Arrays.fill(backward, 0);
        float sum = 0;
        for (int to = 0; to < LABELS; to++) {
            if (ahead[to] > 0) {
                for (int from : Labels.before(to)) {
                    float weight = pairWeights[from * LABELS + to] * ahead[to];
                    backward[from] += weight;
                    sum += forward[before + from] * weight;
                }
            }
        }
        float each = sign / Math.max(sum, LEAST);
        for (int to = 0; to < LABELS; to++) {
            if (ahead[to] > 0) {
                for (int from : Labels.before(to)) {
                    pairs[from * LABELS + to] +=
                            each * forward[before + from] * pairWeights[from * LABELS + to] * ahead[to];
                }
            }
        }
        float largest = 0;
        for (float value : backward) {
            largest = Math.max(largest, value);
        }
        scale(backward, 0, largest);
    }

    private static void scale(float[] values, int start, float sum) {
        float by = 1 / Math.max(sum, LEAST);
        for (int i = start; i < start + LABELS; i++) {
            values[i] *= by;
        }
    }
}
