package org.onrecord.nlp.quote.content;

/**
 * Where the content of a cue may begin.
 *
 * @param from first token
 * @param before one past the last token of what stands before the cue; -1 for content behind it
 * @param kind what makes it a beginning
 */
record Opening(int from, int before, Kind kind) {

    enum Kind {
        QUOTE,
        THAT,
        AT_ONCE,
        COLON,
        COMMA,
        QUESTION,
        TO,
        PREPOSITION,
        JUXTAPOSED,
        BEHIND_SPEAKER,
        BEHIND_TIME,
        BEHIND_ADVERB,
        GERUND,
        SENTENCE_START,
        INNER_START,
        QUOTE_BEFORE,
        SUBJECT,
        PREVIOUS_SENTENCE
    }

    boolean isBefore() {
        return before >= 0;
    }
}
