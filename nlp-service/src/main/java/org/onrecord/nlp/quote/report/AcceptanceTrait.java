package org.onrecord.nlp.quote.report;

/** What speaks for or against a cue with its best content and speaker being an act of speech; each has one weight. */
public enum AcceptanceTrait {
    ALWAYS,
    GRADE_1,
    GRADE_2,
    /** A verb that the table does not know, before quoted words in its object. */
    UNKNOWN_CUE_BEFORE_FRAGMENT,
    INFINITIVE,
    PASSIVE,
    /** Object frames: "announced a plan". */
    OBJECT_ONLY,
    /** "would say", "could say". */
    MODAL,
    SPEAKER_CERTAINTY,
    CONTENT_CERTAINTY,
    CONTENT_QUOTED,
    CONTENT_PARTLY_QUOTED,
    /** A quotation before its cue, whatever the cue. */
    QUOTED_BEFORE,
    QUOTED_AFTER_COMMA,
    WEAK_CUE_WITHOUT_QUOTE,
    CONTENT_THAT,
    CONTENT_FINITE,
    CONTENT_SHORT,
    COMMAS_INSIDE,
    /** "plays that others wrote for him". */
    CONTENT_PREPOSITION,
    /** "Rubio's claim that". */
    NOUN_CUE
}
