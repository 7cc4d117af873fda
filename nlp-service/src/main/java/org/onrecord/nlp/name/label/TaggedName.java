package org.onrecord.nlp.name.label;

/**
 * A name as a range of tokens of a sentence.
 *
 * @param start its first token
 * @param end one past its last token
 * @param type index in {@link Labels#TYPES}
 */
public record TaggedName(int start, int end, int type) {}
