package org.onrecord.contracts;

/**
 * A stretch of the document that an article was extracted from: the decoded HTML, or the text as submitted.
 *
 * @param start first UTF-16 unit, from 0
 * @param end one past the last UTF-16 unit
 */
public record SourceRange(int start, int end) {}
