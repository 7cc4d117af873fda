package org.onrecord.nlp.quote.report;

/** How probable it is that all of a report is right: its words and its speaker. The figures are in the model card. */
public final class Confidence {

    /** Shares of those that no cue reports. */
    public static final double WITHOUT_CUE = 0.20;

    /** Behind a report of somebody's words in the same paragraph. */
    public static final double SAME_PARAGRAPH = 0.8;

    /** In a paragraph of its own below a report of somebody's words. */
    public static final double BELOW_REPORT = 0.5;

    /** A few quoted words that no report covers: mostly a term of somebody's, seldom the whole of what was said. */
    public static final double FRAGMENT = 0.05;

    /** Whole sentences that no report covers, beside a verb with a subject. */
    public static final double FRAGMENT_OF_SENTENCES = 0.6;

    public static final double ANNOUNCED = 0.6;

    public static final double STATEMENT = 0.7;
    /** A label that stands alone, in what may be no interview. */
    public static final double DIALOGUE_TURN = 0.5;

    public static final double TRANSCRIPT_TURN = 0.93;

    public static final double LABELLED = 0.9;

    public static final double OWN_WORDS = 0.8;

    public static final double SIGNED_POST = 0.9;

    public static final double HEADLINE_PERSON = 0.7;

    /** {@code Railway: trains run again} says nothing. */
    public static final double HEADLINE_BODY = 0.4;

    public static final double DASH_AND_NAME = 0.8;

    private Confidence() {}

    private static final double[] SCORES = {0, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.78, 0.792, 0.9, 1};
    private static final double[] SHARES = {0.1, 0.3, 0.35, 0.46, 0.54, 0.67, 0.77, 0.81, 0.86, 0.9, 0.95, 0.99};

    /**
     * How likely it is that words and speaking words of a report are right, not yet calibrated.
     *
     * @param words probability that its words are, by {@link ReportModel}
     * @param speaker how certain its speaker is, 0 to 1; where the text shows none, how certain that is
     */
    public static double ofReport(double words, double speaker) {
        return words * speaker;
    }

    /**
     * The share that was wholly right, words, stance and person, among reports of like score in documents that the models had
     * not seen.
     *
     * @param score the product of the certainties of all its parts, 0 to 1
     */
    public static double calibrated(double score) {
        int i = 1;
        while (i < SCORES.length - 1 && SCORES[i] < score) {
            i++;
        }
        double along = (score - SCORES[i - 1]) / (SCORES[i] - SCORES[i - 1]);
        return SHARES[i - 1] + along * (SHARES[i] - SHARES[i - 1]);
    }
}
