package org.onrecord.nlp.quote.uncued;

/** What tells words of somebody's from a title, a coined term or a scare quote; each has one weight. */
public enum StretchTrait {
    ALWAYS,
    /** Every longer word has a capital: a title of a work. */
    TITLE_CASE,
    HAS_FIRST_OR_SECOND_PERSON,
    AFTER_VERB,
    REPORT_IN_PARAGRAPH,
    PERSON_IN_SENTENCE,
}
