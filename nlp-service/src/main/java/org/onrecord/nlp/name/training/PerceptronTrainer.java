package org.onrecord.nlp.name.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.onrecord.nlp.name.Labels;
import org.onrecord.nlp.name.Viterbi;

/**
 * The averaged structured perceptron (Collins, 2002): decode each sentence with the weights so far, move the weights from
 * the labels found to the labels of the gold, and keep the average of all weights on the way. Where the gold leaves labels
 * open, the best of the allowed sequences takes its place.
 */
final class PerceptronTrainer {
    private static final int LABELS = Labels.COUNT;

    private final float[] weights;
    private final float[] weightTotals;
    private final float[] transitions = new float[LABELS * LABELS];
    private final float[] transitionTotals = new float[LABELS * LABELS];
    private float step = 1;

    private final TrainingOptions options;

    PerceptronTrainer(int features, TrainingOptions options) {
        this.options = options;
        weights = new float[features * LABELS];
        weightTotals = new float[features * LABELS];
    }

    void train(List<TrainingSentence> sentences, long seed) {
        List<TrainingSentence> order = new ArrayList<>(sentences);
        Random random = new Random(seed);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (TrainingSentence sentence : order) {
                learn(thinned(sentence, random));
                step++;
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
        int tokens = sentence.ends().length;
        float[] scores = score(sentence);
        int[] found = Viterbi.best(widened(scores, sentence.allowed()), transitions, tokens, null);
        if (isAllowed(found, sentence.allowed())) {
            return;
        }
        int[] gold = Viterbi.best(scores, transitions, tokens, sentence.allowed());
        for (int i = 0; i < tokens; i++) {
            if (gold[i] != found[i]) {
                for (int f = sentence.start(i); f < sentence.ends()[i]; f++) {
                    int row = sentence.features()[f] * LABELS;
                    move(weights, weightTotals, row + gold[i], 1);
                    move(weights, weightTotals, row + found[i], -1);
                }
            }
            if (i > 0 && (gold[i] != found[i] || gold[i - 1] != found[i - 1])) {
                move(transitions, transitionTotals, gold[i - 1] * LABELS + gold[i], 1);
                move(transitions, transitionTotals, found[i - 1] * LABELS + found[i], -1);
            }
        }
    }

    /** Scores with a margin: wrong labels get a start, so that right ones must win clearly. */
    private float[] widened(float[] scores, int[] allowed) {
        float[] widened = scores.clone();
        for (int i = 0; i < allowed.length; i++) {
            for (int label = 0; label < LABELS; label++) {
                if ((allowed[i] >> label & 1) == 0) {
                    widened[i * LABELS + label] += options.margin();
                }
            }
        }
        return widened;
    }

    private void move(float[] current, float[] totals, int at, float by) {
        current[at] += by;
        totals[at] += step * by;
    }

    private static boolean isAllowed(int[] labels, int[] allowed) {
        for (int i = 0; i < labels.length; i++) {
            if ((allowed[i] >> labels[i] & 1) == 0) {
                return false;
            }
        }
        return true;
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

    /** The averaged weights, {@code [feature * Labels.COUNT + label]}. */
    float[] averagedWeights() {
        return averaged(weights, weightTotals);
    }

    float[] averagedTransitions() {
        return averaged(transitions, transitionTotals);
    }

    private float[] averaged(float[] current, float[] totals) {
        float[] averaged = new float[current.length];
        for (int i = 0; i < current.length; i++) {
            averaged[i] = current[i] - totals[i] / step;
        }
        return averaged;
    }
}
