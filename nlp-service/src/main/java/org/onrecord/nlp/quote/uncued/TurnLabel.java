package org.onrecord.nlp.quote.uncued;

import org.onrecord.nlp.quote.content.Span;

/**
 * What stands before the words of a turn and says whose they are.
 *
 * @param name the tokens that name the speaker, without what describes it
 * @param mark token of the colon, bracket or dash that ends the label
 * @param paragraph the paragraph's tokens
 * @param form how it is written
 */
record TurnLabel(Span name, int mark, Span paragraph, Form form) {

    enum Form {
        /** {@code LEE:}, {@code Ann Lee, teacher:} */
        COLON,
        /** {@code ((Ann Lee))} */
        BRACKETS,
        /** {@code MS I was born …}, where Michael Stone is interviewed. */
        INITIALS,
        /** {@code Q. …} and {@code A. …} */
        LETTER,
        /** {@code Mayor Ann Lee – “…”} */
        DASH
    }

    /** First token of what is said. */
    int content() {
        return mark + 1;
    }

    /** Whether nothing stands behind it in its paragraph. */
    boolean isAlone() {
        return mark + 1 >= paragraph.to();
    }
}
