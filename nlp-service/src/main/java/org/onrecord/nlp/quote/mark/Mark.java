package org.onrecord.nlp.quote.mark;

/**
 * One quotation mark, and what its form and the characters beside it let it be.
 *
 * @param at where it stands
 * @param width its UTF-16 units: two for {@code ``} and {@code ''}
 * @param family which marks it can pair with
 * @param sign its character; a straight double mark for a doubled one
 * @param opens whether it stands where a quotation begins: behind space, before a word
 * @param closes whether it stands where a quotation ends: behind a word, before space or a stop
 */
record Mark(int at, int width, Family family, char sign, boolean opens, boolean closes) {

    enum Family {
        DOUBLE,
        SINGLE,
        GUILLEMET,
        ANGLE,
        CORNER
    }

    int end() {
        return at + width;
    }

    /** Whether its form alone says that it opens, wherever it stands. */
    boolean isOpener() {
        return "“„‟‘‚「『".indexOf(sign) >= 0;
    }

    /** Whether its form alone says that it closes, wherever it stands. */
    boolean isCloser() {
        return "”’」』".indexOf(sign) >= 0;
    }
}
