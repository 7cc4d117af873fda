package org.onrecord.nlp.quote.speaker;

/** What can be seen of a noun phrase that may name the speaker of a cue; each has one weight. */
public enum SpeakerTrait {
    /** he, she, they, I, we. */
    SUBJECT_PRONOUN,
    NAME,
    /** spokesman, officials, police. */
    SPEAKING_NOUN,
    /** "Kerry said": only helping verbs and adverbs between. */
    DIRECTLY_BEFORE,
    /** "Kerry, who was in Vienna, said" and "Kerry, the secretary of state, said". */
    BEFORE_COMMAS,
    /** "the man who said". */
    BEFORE_WHO,
    /** Followed by a verb: the subject of something. */
    SUBJECT,
    /** "talks with Kerry": governed by a preposition. */
    AFTER_PREPOSITION,
    /** "met Kerry": object of a verb. */
    AFTER_VERB,
    /** “…,” said Kerry. */
    INVERTED,
    /** Content, said Kerry: without quotation marks. */
    INVERTED_AFTER_COMMA,
    /** Stands after the cue without the look of an inversion. */
    AFTER_CUE,
    /** According to Kerry. */
    AFTER_ACCORDING,
    /** "After saying so, she left": the subject of the main clause behind a fronted gerund. */
    AFTER_FRONTED,
    /** "was reported by Politico". */
    PASSIVE_AGENT,
    PASSIVE_SUBJECT,
    TIME_WORD,
    /** "The bank lacks money, said Kerry": a subject before the cue, but of another verb, and a comma before the cue. */
    OTHER_VERB_BETWEEN,
    /** "People who were at the meeting said". */
    RELATIVE_HEAD,
    /** "the meeting" in it. */
    WITHIN_RELATIVE,
    /** "Rubio's claim that", "his promise to". */
    POSSESSOR,
    PERSONS_NAME,
    /** report, statement, letter. */
    DOCUMENT,
    /** "Lee and Reed said": Lee, who stands before "and" and another right before the cue. */
    FIRST_OF_PAIR,
    /** Reed, there. */
    SECOND_OF_PAIR,
    /** "Lee, the mayor of Vigo said": Lee, though no comma closes the aside. */
    BEFORE_APPOSITION,
    /** The mayor, there. */
    APPOSITION,
    /** "Lee, a singer and a poet, who said": the name before the aside. */
    BEFORE_ASIDE_AND_WHO,
    /** "The paper quoted officials as saying": the officials. */
    QUOTED_AS,
    /** The paper, there. */
    QUOTES_ANOTHER,
    /** "Officials were quoted as saying". */
    WAS_QUOTED_AS,
    /** "Lee signed a letter urging": a document right before the cue, and another is the subject. */
    DOCUMENT_BEFORE_GERUND,
    /** "Lee posted a photograph, saying": the subject of the clause before. */
    SUBJECT_BEFORE_GERUND,
    /** Right before a gerund, no comma between. */
    DIRECTLY_BEFORE_GERUND,
    /** "with Lee calling it a mistake": the subject of the gerund. */
    WITH_AND_GERUND,
    /** Opens its sentence. */
    OPENS_SENTENCE,
    /** "officials in Vigo, Spain said": the last part of a place. */
    REST_OF_PLACE,
    /** "Lee called the police and said": the subject of the verb that is joined with the cue. */
    SUBJECT_OF_JOINED,
    /** "The city issued a statement saying": who issues the document before the cue. */
    ISSUER,
    /** The statement, there. */
    ISSUED
}
