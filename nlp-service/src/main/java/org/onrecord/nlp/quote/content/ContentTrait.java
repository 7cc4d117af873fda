package org.onrecord.nlp.quote.content;

/** What can be seen of a stretch that may be the content of a cue; those without a weight only tell kinds of ends apart. */
public enum ContentTrait {
    /** Behind the cue. */
    AFTER,
    /** Before the cue. */
    BEFORE,
    /** Before it, and on behind it: "…," he said, "…". */
    AROUND,
    THAT_AT_ONCE,
    THAT_LATER,
    COLON,
    AFTER_QUOTE_MARK,
    LATER_QUOTE_MARK,
    AFTER_ADDRESSEE,
    AFTER_ADJUNCT,
    AFTER_COMMA,
    AFTER_SHORT,
    OBJECT_FRAME_WITHOUT_VERB,
    CLAUSE_FRAME_WITHOUT_VERB,
    PREPOSITION_STARTS,
    MARK_STARTS,
    /** The content before the cue ends with a comma or a closing quotation mark. */
    COMMA_BEFORE,
    QUOTE_BEFORE,
    NO_COMMA_BEFORE,
    BEFORE_FINITE,
    BEFORE_WITHOUT_VERB,
    INVERTED,
    CUE_ENDS_SENTENCE,
    BEFORE_FROM_START,
    /** {@code “A,” she said, “b.”}: a comma on both sides. */
    SPLIT_QUOTATION,
    AROUND_SUBJECT_VERB,
    AROUND_VERB_FIRST,
    AROUND_BEFORE_LACKS_VERB,
    AROUND_QUOTE_THEN_NONE,
    AFTER_LATER_COMMA,
    WHEN_BEFORE_OTHER_CUE,
    END_SENTENCE,
    END_BEFORE_OTHER_CUE,
    /** "told the crowd in Ohio that". */
    THAT_AFTER_ADDRESSEE,
    /** "told the crowd in Ohio, “…”". */
    QUOTE_MARK_AFTER_COMMA,
    END_COMMA_BUT,
    END_COMMA_AND,
    END_AND,
    END_RELATIVE,
    END_COMMA_GERUND,
    END_SUBORDINATOR,
    END_COMMA,
    END_DASH,
    END_SEMICOLON,
    END_QUOTE,
    END_PREPOSITION,
    /** Before "on Friday", "Tuesday", "last week". */
    END_TIME,
    CONTENT_WITHOUT_VERB_YET,
    /** "said taxes and fees": what follows is a noun without a verb. */
    AND_NOUN,
    THAT_WITHOUT_VERB,
    BEFORE_THAT_FOLLOWS,
    BEFORE_PREPOSITION_STARTS,
    ACCORDING_BEHIND_BEFORE,
    GERUND_CUE_BEFORE,
    QUOTED_PAST_THE_MARK,
    REST_FINITE,
    /** "He was ill, a friend told the paper": a whole clause and a comma before speaker and cue, and no verb behind them. */
    VERBLESS_BEHIND_CLAUSE,
    /** "said he would go and warned that": "and" and a verb in the tense of the cue. */
    AND_VERB_OF_CUES_TENSE,
    /** "According to the police, …". */
    ACCORDING_THEN_COMMA,
    /** "It is time, he said on Friday, to go": a comma before speaker and cue, and one right behind them. */
    PARENTHETICAL_CUE,
    /** "As he has often said that it works, his staff is calm": the comma that ends the clause with the cue. */
    END_OF_SUBORDINATE,
    /** "the order, telling schools to close, has met": before the verb of the noun that the cue is about. */
    END_BEFORE_MAIN_VERB,
    /** "After he spoke, she asked him in": a clause of time or reason, and nothing else, before speaker and cue. */
    BEFORE_CLAUSE_ALONE,
    /** "He was asked to go: “I will not,” he said": from the start of the sentence, though the marks hold a sentence of their own. */
    MARKED_SENTENCE_IN_IT,
}
