package org.onrecord.nlp.name.training.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.onrecord.nlp.name.label.Labels;

/**
 * A conditional random field (Lafferty, McCallum and Pereira, 2001), trained sentence by sentence: the weights move towards the
 * labels that the gold allows and away from those that the weights so far expect, each by a step of its own that
 * shrinks as the weight moves (Duchi, Hazan and Singer, 2011). Where the gold leaves labels open, all that it allows share.
 */
final class FieldTrainer {
    private static final int LABELS = Labels.COUNT;
    /** Probabilities that differ by less are left as they are. */
    private static final float LEAST_ERROR = 1e-3f;

    private static final float FIRST_SQUARES = 0.1f;
    private static final float FIRST_PAIR_SQUARES = 1;

    private final float[] weights;
    private final float[] squares;
    private final float[] transitions = new float[LABELS * LABELS];
    private final float[] transitionSquares = new float[LABELS * LABELS];
    private final Marginals marginals = new Marginals();
    private final TrainingOptions options;

    FieldTrainer(int features, TrainingOptions options) {
        this.options = options;
        weights = new float[features * LABELS];
        squares = new float[features * LABELS];
        Arrays.fill(squares, FIRST_SQUARES);
        Arrays.fill(transitionSquares, FIRST_PAIR_SQUARES);
    }

    void train(List<TrainingSentence> sentences, long seed) {
        List<TrainingSentence> order = new ArrayList<>(sentences);
        Random random = new Random(seed);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (TrainingSentence sentence : order) {
                learn(thinned(sentence, random));
            }
        }
    }

    /** The sentence without some of its features, another part each time, so that no feature is relied on alone. */
    private TrainingSentence thinned(TrainingSentence sentence, Random random) {
        int[] features = new int[sentence.features().length];
        int[] ends = new int[sentence.ends().length];
        int size = 0;
        for (int i = 0; i < ends.length; i++) {
            for (int f = sentence.start(i); f < sentence.ends()[i]; f++) {
                if (random.nextFloat() >= options.dropped()) {
                    features[size++] = sentence.features()[f];
                }
            }
            ends[i] = size;
        }
        return new TrainingSentence(features, ends, sentence.allowed());
    }

    private void learn(TrainingSentence sentence) {
        float[] pairs = new float[LABELS * LABELS];
        marginals.read(score(sentence), transitions);
        float[] gold = marginals.of(sentence.allowed(), pairs, 1);
        float[] expected = marginals.of(null, pairs, -1);
        float[] error = new float[LABELS];
        for (int i = 0; i < sentence.ends().length; i++) {
            boolean any = false;
            for (int label = 0; label < LABELS; label++) {
                float difference = gold[i * LABELS + label] - expected[i * LABELS + label];
                error[label] = Math.abs(difference) < LEAST_ERROR ? 0 : difference;
                any |= error[label] != 0;
            }
            for (int f = sentence.start(i); any && f < sentence.ends()[i]; f++) {
                move(weights, squares, sentence.features()[f] * LABELS, error);
            }
        }
        move(transitions, transitionSquares, 0, pairs);
    }

    private void move(float[] values, float[] sums, int start, float[] error) {
        for (int i = 0; i < error.length; i++) {
            if (error[i] != 0) {
                sums[start + i] += error[i] * error[i];
                values[start + i] += options.rate() * error[i] / (float) Math.sqrt(sums[start + i]);
            }
        }
    }

    private float[] score(TrainingSentence sentence) {
        int tokens = sentence.ends().length;
        float[] scores = new float[tokens * LABELS];
        for (int i = 0; i < tokens; i++) {
            int out = i * LABELS;
            for (int f = sentence.start(i); f < sentence.ends()[i]; f++) {
                int row = sentence.features()[f] * LABELS;
                for (int label = 0; label < LABELS; label++) {
                    scores[out + label] += weights[row + label];
                }
            }
        }
        return scores;
    }

    /** The weights, {@code [feature * Labels.COUNT + label]}. */
    float[] weights() {
        return weights;
    }

    float[] transitions() {
        return transitions;
    }
}
