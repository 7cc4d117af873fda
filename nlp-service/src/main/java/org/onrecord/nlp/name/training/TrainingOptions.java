package org.onrecord.nlp.name.training;

/**
 * How to train.
 *
 * @param epochs passes over the data
 * @param leastCount features that occur less often are left out
 * @param mostFeatures features with the smallest weights are left out until no more are left
 * @param seed of the order of sentences
 */
record TrainingOptions(int epochs, int leastCount, int mostFeatures, long seed) {
    static final TrainingOptions DEFAULT = new TrainingOptions(8, 2, 600_000, 1);
}
