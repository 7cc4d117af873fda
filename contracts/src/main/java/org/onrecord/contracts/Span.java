package org.onrecord.contracts;

/**
 * A stretch of an article's headline or text.
 *
 * @param field which of the two the offsets count in
 * @param start first UTF-16 unit, from 0
 * @param end one past the last UTF-16 unit; {@code field.substring(start, end)} is the surface
 */
public record Span(Field field, int start, int end) {}
