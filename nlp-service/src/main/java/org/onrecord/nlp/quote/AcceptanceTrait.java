package org.onrecord.nlp.quote;

/** What speaks for or against a cue with its best content and speaker being an act of speech. */
enum AcceptanceTrait {
    ALWAYS,
    GRADE_1,
    GRADE_2,
    GRADE_3,
    GRADE_4,
    /** A verb that the table does not know, beside a quotation. */
    UNKNOWN_CUE,
    UNKNOWN_CUE_BEFORE_FRAGMENT,
    FRAGMENT_SHORT,
    FRAGMENT_LONG,
    FRAGMENT_CAPITALISED,
    FRAGMENT_AFTER_DETERMINER,
    FINITE,
    GERUND,
    INFINITIVE,
    PASSIVE,
    ACCORDING,
    PRESENT,
    /** Object frames: "announced a plan". */
    OBJECT_ONLY,
    /** "did not say", "would not say". */
    NEGATED,
    /** "would say", "could say". */
    MODAL,
    HEADLINE,
    SPEAKER_NONE,
    SPEAKER_PRONOUN,
    SPEAKER_NAME,
    SPEAKER_NOUN,
    SPEAKER_DIRECT,
    SPEAKER_CERTAINTY,
    CONTENT_CERTAINTY,
    CONTENT_BEFORE,
    CONTENT_AROUND,
    CONTENT_QUOTED,
    CONTENT_PARTLY_QUOTED,
    /** A quotation before its cue, whatever the cue. */
    QUOTED_BEFORE,
    QUOTED_AFTER_COMMA,
    WEAK_CUE_WITHOUT_QUOTE,
    WEAK_CUE_WITH_THAT,
    CONTENT_THAT,
    CONTENT_FINITE,
    CONTENT_TO_SENTENCE_END,
    CONTENT_SHORT,
    CONTENT_LENGTH,
    /** Another cue stands inside the content. */
    CUE_INSIDE,
    COMMAS_INSIDE
}
