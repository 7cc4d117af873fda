package org.onrecord.nlp.sentence;

import org.onrecord.nlp.document.Document;

/** Divides a text into paragraphs, sentences and tagged tokens. Implementations may be shared between threads. */
public interface DocumentReader {

    /**
     * Reads a text.
     *
     * @param headline the headline, or the empty string; it becomes the first paragraph, followed by a blank line
     * @param body the text; every line break ends a paragraph
     * @return the document, whose text is headline, blank line and body, or the body alone where there is no headline
     */
    Document read(String headline, String body);
}
