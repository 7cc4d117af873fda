package org.onrecord.nlp.quote;

/** What tells whether spans and speaker of a report are right; each has one weight. */
enum ConfidenceTrait {
    ALWAYS,
    /** The score by which the report was accepted. */
    ACCEPTANCE,
    SPEAKER_CERTAINTY,
    SPEAKER_NONE
}
