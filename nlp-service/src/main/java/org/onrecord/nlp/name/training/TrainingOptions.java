package org.onrecord.nlp.name.training;

/**
 * How to train.
 *
 * @param epochs passes over the data
 * @param members perceptrons whose weights are added up; they differ in the order of sentences and the features dropped
 * @param leastCount features that occur less often are left out
 * @param mostFeatures features with the smallest weights are left out until no more are left
 * @param dropped share of the features that are dropped at each visit of a sentence
 * @param margin by how much the gold must win
 * @param seed of all chance
 */
record TrainingOptions(
        int epochs, int members, int leastCount, int mostFeatures, float dropped, float margin, long seed) {

    /** Chosen by leaving one source out at a time. */
    static final TrainingOptions DEFAULT = new TrainingOptions(6, 3, 2, 500_000, 0.3f, 10, 1);
}
