package org.onrecord.nlp.quote.report;

/** How probable it is that all of a report is right: its words and its speaker. The figures are in the model card. */
public final class Confidence {

    /** Shares of those that no cue reports. */
    public static final double WITHOUT_CUE = 0.20;

    /** They are speech, but seldom the whole of what was said. */
    public static final double FRAGMENT = 0.10;

    public static final double ANNOUNCED = 0.6;
    /** Few annotators mark the turns of an interview. */
    public static final double DIALOGUE_TURN = 0.1;

    public static final double DASH_AND_NAME = 0.8;

    private Confidence() {}

    /**
     * The probability that all of a report is right.
     *
     * @param words probability that its words are, by {@link ReportModel}
     * @param speaker how certain its speaker is, 0 to 1; where the text shows none, how certain that is
     */
    public static double ofReport(double words, double speaker) {
        return words * speaker;
    }
}
