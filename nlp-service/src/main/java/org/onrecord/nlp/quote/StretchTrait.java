package org.onrecord.nlp.quote;

/** What tells words of somebody's from a title, a coined term or a scare quote; each has one weight. */
enum StretchTrait {
    ALWAYS,
    ONE_WORD,
    TWO_WORDS,
    LENGTH,
    /** Every longer word has a capital: a title of a work. */
    TITLE_CASE,
    CAPITALISED,
    HAS_FINITE_VERB,
    HAS_FIRST_OR_SECOND_PERSON,
    ENDS_WITH_MARK,
    WHOLE_SENTENCE,
    AFTER_DETERMINER,
    AFTER_NAME_OR_NOUN,
    AFTER_PREPOSITION,
    AFTER_VERB,
    AFTER_COMMA,
    AFTER_COLON,
    BEFORE_NOUN,
    CUE_IN_SENTENCE,
    REPORT_IN_SENTENCE,
    REPORT_IN_PARAGRAPH,
    PERSON_IN_SENTENCE,
    HEADLINE,
    OTHER_LOOSE_IN_SENTENCE,
    /** The same words stand elsewhere in the text without marks around them. */
    SINGLE_MARKS
}
