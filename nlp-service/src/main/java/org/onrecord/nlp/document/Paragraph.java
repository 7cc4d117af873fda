package org.onrecord.nlp.document;

/**
 * A paragraph: a stretch of text between line breaks.
 *
 * @param start first UTF-16 unit in {@link Document#text()}
 * @param end one past the last
 * @param kind headline or body
 */
public record Paragraph(int start, int end, Kind kind) {

    /** What a paragraph is; a headline is written in a grammar of its own. */
    public enum Kind {
        HEADLINE,
        BODY
    }
}
