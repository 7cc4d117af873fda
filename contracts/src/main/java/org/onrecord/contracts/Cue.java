package org.onrecord.contracts;

/**
 * The word or words that report the speech ("said", "according to").
 *
 * @param span where they stand
 * @param surface the words there
 */
public record Cue(Span span, String surface) {}
