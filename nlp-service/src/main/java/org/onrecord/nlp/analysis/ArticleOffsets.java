package org.onrecord.nlp.analysis;

import java.util.Optional;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/** Leads from offsets in a document back to offsets in the headline or the text that it was made of. */
final class ArticleOffsets {
    /** What a reader puts between headline and body. */
    private static final int BLANK_LINE = 2;

    private final String document;
    private final int headlineEnd;
    private final int bodyStart;

    /**
     * @param document text of the document
     * @param headline the headline it was made of, or the empty string
     */
    ArticleOffsets(String document, String headline) {
        this.document = document;
        this.headlineEnd = headline.length();
        this.bodyStart = headline.isEmpty() ? 0 : headlineEnd + BLANK_LINE;
    }

    /** Where a stretch of the document stands in the article; empty if it crosses from the headline into the body. */
    Optional<Span> span(int start, int end) {
        if (start >= bodyStart) {
            return Optional.of(new Span(Field.TEXT, start - bodyStart, end - bodyStart));
        }
        return end <= headlineEnd ? Optional.of(new Span(Field.TITLE, start, end)) : Optional.empty();
    }

    String words(int start, int end) {
        return document.substring(start, end);
    }
}
