package org.onrecord.nlp.document;

/**
 * A word or mark of a document.
 *
 * @param start first UTF-16 unit in {@link Document#text()}
 * @param end one past the last
 * @param text the surface, {@code document.text().substring(start, end)}
 * @param tag part of speech, Penn Treebank tag set ("NNP", "VBD", …)
 */
public record Token(int start, int end, String text, String tag) {}
