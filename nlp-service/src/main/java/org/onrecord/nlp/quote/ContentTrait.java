package org.onrecord.nlp.quote;

/** What can be seen of a stretch that may be the content of a cue; each has one weight in {@link ContentRanking}. */
enum ContentTrait {
    /** Behind the cue. */
    AFTER(0),
    /** Before the cue. */
    BEFORE(-1),
    /** Before it, and on behind it: "…," he said, "…". */
    AROUND(-1.5),
    THAT_AT_ONCE(3),
    THAT_LATER(2),
    COLON(2),
    AFTER_QUOTE_MARK(2.5),
    LATER_QUOTE_MARK(1.5),
    AFTER_ADDRESSEE(0.5),
    AFTER_ADJUNCT(0.5),
    AFTER_COMMA(-1),
    AFTER_FINITE(2),
    AFTER_SHORT(-2.5),
    OBJECT_FRAME_WITHOUT_VERB(1.5),
    CLAUSE_FRAME_WITHOUT_VERB(-1),
    SUBJECT_STARTS(0.8),
    PREPOSITION_STARTS(-1),
    MARK_STARTS(-3),
    /** The content before the cue ends with a comma or a closing quotation mark. */
    COMMA_BEFORE(2.5),
    QUOTE_BEFORE(4),
    NO_COMMA_BEFORE(-3),
    BEFORE_FINITE(2),
    BEFORE_WITHOUT_VERB(-3),
    INVERTED(3),
    CUE_ENDS_SENTENCE(3),
    BEFORE_FROM_START(1),
    AROUND_QUOTES(4),
    AROUND_CLAUSE(1),
    AROUND_GERUND(-3),
    END_SENTENCE(1.5),
    END_BEFORE_OTHER_CUE(2.5),
    END_COMMA_BUT(0.5),
    END_COMMA_AND(-0.5),
    END_AND(-1.5),
    END_RELATIVE(-0.5),
    END_COMMA_GERUND(0.3),
    END_SUBORDINATOR(-1.5),
    END_COMMA(-1.5),
    END_DASH(-0.5),
    END_SEMICOLON(0.5),
    END_QUOTE(-0.2),
    END_PREPOSITION(-2.5),
    END_PRONOUN_SUBJECT(0.8),
    CONTENT_WITHOUT_VERB_YET(-1.5),
    LENGTH(0);

    final double first;

    ContentTrait(double first) {
        this.first = first;
    }
}
