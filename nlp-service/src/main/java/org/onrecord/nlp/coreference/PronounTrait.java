package org.onrecord.nlp.coreference;

/** What speaks for or against a person being meant by "he" or "she"; each has one weight. */
public enum PronounTrait {
    /** Somebody rather than nobody whom the article names. */
    ALWAYS,
    /** The logarithm of the probability that the person is of the pronoun's gender. */
    GENDER,
    SAME_SENTENCE,
    ONE_BEFORE,
    TWO_BEFORE,
    THREE_OR_FOUR_BEFORE,
    FARTHER,
    SAME_PARAGRAPH,
    /** Last spoken of as the subject of a clause. */
    SUBJECT,
    /** Last spoken of as the subject of a verb of saying. */
    SPOKE,
    /** The subject of the sentence nearest before that has a person as subject. */
    NEAREST_SUBJECT,
    /** The first person of the sentence before. */
    FIRST_OF_SENTENCE_BEFORE,
    /** Of those of the gender, the one spoken of last. */
    LATEST,
    /** The first person of the pronoun's paragraph. */
    FIRST_OF_PARAGRAPH,
    /** Last spoken of in somebody's words, and the pronoun stands outside. */
    LAST_IN_QUOTATION,
    /** He said, "Warhol was …": whom the quotation names is rarely the one who speaks it. */
    NAMED_IN_OWN_WORDS,
    /** "Saadallah's flat". */
    POSSESSOR,
    /** "talks with Kerry". */
    AFTER_PREPOSITION,
    /** The pronoun of this gender before, in the same or the sentence before, meant this person. */
    PRONOUN_BEFORE,
    /** Last spoken of by a pronoun. */
    LAST_WAS_PRONOUN,
    /** The logarithm of how often the person was spoken of in the sentences looked at. */
    OFTEN,
    /** Nothing but its class says that the name is a person's: one word, no title, no role. */
    DOUBTFUL_PERSON,
    /** Named for the first time behind the pronoun: "In his speech, Kerry said". */
    NAMED_BEHIND,
    /** Whose something is, the sentence itself mostly says: "Warren praised Biden for his empathy". */
    OWNER_IN_SENTENCE,
    /** The latest of the sentence, for whose something is. */
    LATEST_OWNER
}
