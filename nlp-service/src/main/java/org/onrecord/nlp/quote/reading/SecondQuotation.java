package org.onrecord.nlp.quote.reading;

import java.util.Set;

/**
 * {@code “It is safe,” said Ann Lee, and “it is not,” said Bo Li.}: two quotations with a speaker each are read as two
 * sentences.
 */
final class SecondQuotation {

    private static final int LONGEST_ATTRIBUTION = 14;
    private static final Set<String> JOINS = Set.of("and", "but", "while", "whereas");

    private SecondQuotation() {}

    /** Whether the second begins at a token of the sentence that begins at {@code from}. */
    static boolean begins(Reading reading, int from, int token) {
        if (!reading.opensStretch(token) || !reading.opensStretch(from) || !endsWithPause(reading, token)) {
            return false;
        }
        int behind = token - 1;
        boolean joined = JOINS.contains(reading.wordAt(behind));
        if (joined) {
            behind--;
        }
        WordClass mark = reading.classAt(behind);
        boolean apart = mark == WordClass.SEMICOLON || joined && (mark == WordClass.COMMA || mark.isNominal());
        int first = reading.stretchEnd(from);
        return apart
                && behind - first < LONGEST_ATTRIBUTION
                && hasVerb(reading, first, behind)
                && hasVerb(reading, reading.stretchEnd(token), reading.stretchEnd(token) + LONGEST_ATTRIBUTION);
    }

    /** A comma, question mark or the like within the closing mark, as before "said". */
    private static boolean endsWithPause(Reading reading, int token) {
        int last = reading.stretchEnd(token) - 1;
        WordClass before = reading.classAt(last - 1);
        return reading.classAt(last) == WordClass.QUOTE
                && (before == WordClass.COMMA
                        || before == WordClass.STOP && !reading.wordAt(last - 1).equals("."));
    }

    private static boolean hasVerb(Reading reading, int from, int to) {
        for (int i = from; i < Math.min(to, reading.tokens.size()); i++) {
            if (reading.quoted(i) || reading.classes[i] == WordClass.STOP) {
                return false;
            }
            if (reading.classes[i] == WordClass.VERB) {
                return true;
            }
        }
        return false;
    }
}
