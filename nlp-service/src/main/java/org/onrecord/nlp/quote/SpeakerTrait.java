package org.onrecord.nlp.quote;

/** What can be seen of a noun phrase that may name the speaker of a cue; each has one weight in {@link SpeakerRanking}. */
enum SpeakerTrait {
    /** he, she, they, I, we. */
    SUBJECT_PRONOUN(1.0),
    /** it, this, others: may speak, but seldom does. */
    OTHER_PRONOUN(-0.3),
    OBJECT_PRONOUN(-4),
    NAME(1.0),
    /** spokesman, officials, police. */
    SPEAKING_NOUN(1.0),
    /** "Kerry said": only helping verbs and adverbs between. */
    DIRECTLY_BEFORE(4),
    /** "Kerry, who was in Vienna, said" and "Kerry, the secretary of state, said". */
    BEFORE_COMMAS(1.5),
    /** "the man who said". */
    BEFORE_WHO(3.5),
    /** Followed by a verb: the subject of something. */
    SUBJECT(1.5),
    NEAREST_SUBJECT(1.5),
    /** "talks with Kerry": governed by a preposition. */
    AFTER_PREPOSITION(-1.5),
    /** "met Kerry": object of a verb. */
    AFTER_VERB(-1.2),
    FIRST_OF_SENTENCE(0.7),
    /** Each noun phrase between it and the cue. */
    PHRASES_BETWEEN(-0.3),
    /** “…,” said Kerry. */
    INVERTED(5),
    /** Stands after the cue without the look of an inversion. */
    AFTER_CUE(-2.5),
    /** According to Kerry. */
    AFTER_ACCORDING(8),
    TIME_WORD(-5);

    final double first;

    SpeakerTrait(double first) {
        this.first = first;
    }
}
