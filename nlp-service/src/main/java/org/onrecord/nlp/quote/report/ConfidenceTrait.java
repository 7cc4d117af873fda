package org.onrecord.nlp.quote.report;

/** What tells whether spans and speaker of a report are right; each has one weight. */
public enum ConfidenceTrait {
    ALWAYS,
    /** The score by which the report was accepted. */
    ACCEPTANCE,
    SPEAKER_CERTAINTY,
    SPEAKER_NONE,
    /** say, tell, add, note, according to: verbs that tell how nothing was said, in a form with a subject of its own. */
    NEUTRAL_CUE,
    /** "She said: “…": the quotation may go on past its sentence. */
    QUOTED_BEHIND_CUE
}
