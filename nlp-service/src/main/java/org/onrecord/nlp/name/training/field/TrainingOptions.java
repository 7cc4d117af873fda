package org.onrecord.nlp.name.training.field;

/**
 * How to train.
 *
 * @param epochs passes over the data
 * @param members fields whose weights are averaged; they differ in the order of sentences and the features dropped
 * @param leastCount features that occur less often are left out
 * @param mostFeatures features with the smallest weights are left out until no more are left
 * @param dropped share of the features that are dropped at each visit of a sentence
 * @param rate how far the first step of a weight goes
 * @param seed of all chance
 */
public record TrainingOptions(
        int epochs, int members, int leastCount, int mostFeatures, float dropped, float rate, long seed) {

    /** Chosen by leaving one source out at a time. */
    public static final TrainingOptions DEFAULT = new TrainingOptions(10, 3, 2, 500_000, 0.5f, 0.05f, 1);

    /** For a model that tags text to learn from. */
    public static final TrainingOptions QUICK = new TrainingOptions(7, 1, 2, 500_000, 0.5f, 0.05f, 1);
}
