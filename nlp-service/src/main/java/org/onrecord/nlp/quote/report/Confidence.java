package org.onrecord.nlp.quote.report;

/**
 * From the score of a report to the probability that its spans and its speaker are right: the shares that were right
 * among reports of like score, joined by straight lines (isotonic). The figures are in the model card.
 */
public final class Confidence {

    private static final double[] SCORES = {
        0, 0.10, 0.20, 0.27, 0.32, 0.37, 0.44, 0.49, 0.54, 0.62, 0.66, 0.70, 0.744, 0.78, 0.80, 0.814, 0.822, 0.863,
        0.915, 0.955, 0.968, 0.9755, 0.978, 1
    };
    private static final double[] SHARES = {
        0.05, 0.14, 0.19, 0.23, 0.335, 0.364, 0.45, 0.49, 0.545, 0.57, 0.633, 0.70, 0.775, 0.812, 0.82, 0.88, 0.90,
        0.903, 0.907, 0.93, 0.934, 0.951, 0.98, 0.99
    };

    /** Shares of those that no cue reports. */
    public static final double WITHOUT_CUE = 0.20;

    /** They are speech, but seldom the whole of what was said. */
    public static final double FRAGMENT = 0.10;

    public static final double ANNOUNCED = 0.6;
    /** Few annotators mark the turns of an interview. */
    public static final double DIALOGUE_TURN = 0.1;

    public static final double DASH_AND_NAME = 0.8;

    private Confidence() {}

    /** @param probability by the fitted weights, 0 to 1 */
    public static double ofReport(double probability) {
        int i = 1;
        while (i < SCORES.length - 1 && SCORES[i] < probability) {
            i++;
        }
        double along = (probability - SCORES[i - 1]) / (SCORES[i] - SCORES[i - 1]);
        return SHARES[i - 1] + along * (SHARES[i] - SHARES[i - 1]);
    }
}
