package org.onrecord.nlp.quote;

/**
 * From the score of a report to the probability that its spans and its speaker are right: the shares that were right
 * among reports of like score, joined by straight lines (isotonic). The figures are in the model card.
 */
final class Confidence {

    private static final double[] SCORES = {0, 0.10, 0.30, 0.43, 0.52, 0.62, 0.73, 0.80, 0.875, 0.93, 0.965, 1};
    private static final double[] SHARES = {0.05, 0.13, 0.17, 0.33, 0.42, 0.61, 0.75, 0.81, 0.885, 0.905, 0.944, 0.96};

    /** Shares of those that no cue reports. */
    static final double WITHOUT_CUE = 0.2;

    static final double ANNOUNCED = 0.6;
    static final double DIALOGUE_TURN = 0.3;
    static final double DASH_AND_NAME = 0.8;
    private static final double FRAGMENT = 0.17;

    private Confidence() {}

    /** @param probability by the fitted weights, 0 to 1 */
    static double ofReport(double probability) {
        int i = 1;
        while (i < SCORES.length - 1 && SCORES[i] < probability) {
            i++;
        }
        double along = (probability - SCORES[i - 1]) / (SCORES[i] - SCORES[i - 1]);
        return SHARES[i - 1] + along * (SHARES[i] - SHARES[i - 1]);
    }

    /** Of quoted words that no cue reports: they are speech, but seldom the whole of what was said. */
    static double ofFragment(double probability) {
        return FRAGMENT * probability;
    }
}
