package org.onrecord.nlp.quote.content;

/**
 * A stretch of tokens.
 *
 * @param from the first
 * @param to one past the last
 */
public record Span(int from, int to) {}
