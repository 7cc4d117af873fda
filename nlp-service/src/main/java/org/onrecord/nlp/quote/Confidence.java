package org.onrecord.nlp.quote;

/**
 * From the score of a report to the probability that its spans and its speaker are right: the shares that were right
 * among reports of like score, joined by straight lines (isotonic). The figures are in the model card.
 */
final class Confidence {

    private static final double[] SCORES = {
        0, 0.10, 0.23, 0.34, 0.43, 0.50, 0.57, 0.65, 0.73, 0.77, 0.81, 0.86, 0.963, 0.971, 0.976, 1
    };
    private static final double[] SHARES = {
        0.05, 0.10, 0.17, 0.32, 0.45, 0.47, 0.55, 0.66, 0.77, 0.83, 0.86, 0.90, 0.90, 0.94, 0.95, 0.98
    };

    /** Shares of those that no cue reports. */
    static final double WITHOUT_CUE = 0.16;

    /** They are speech, but seldom the whole of what was said. */
    static final double FRAGMENT = 0.11;

    static final double ANNOUNCED = 0.6;
    /** Few annotators mark the turns of an interview. */
    static final double DIALOGUE_TURN = 0.1;

    static final double DASH_AND_NAME = 0.8;

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
}
