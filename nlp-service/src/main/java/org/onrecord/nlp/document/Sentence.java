package org.onrecord.nlp.document;

/**
 * A sentence as a range of tokens; sentences neither overlap nor cross paragraphs.
 *
 * @param firstToken index of its first token in {@link Document#tokens()}
 * @param endToken one past its last token
 * @param paragraph index of its paragraph in {@link Document#paragraphs()}
 */
public record Sentence(int firstToken, int endToken, int paragraph) {}
