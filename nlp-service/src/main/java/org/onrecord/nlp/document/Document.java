package org.onrecord.nlp.document;

import java.util.List;

/**
 * A text divided into paragraphs, sentences and tagged tokens: what every later reader works on. All offsets are UTF-16,
 * half-open, into {@code text}. Immutable.
 *
 * @param text the whole text; a headline, where there is one, is its first paragraph
 * @param paragraphs in order, not overlapping, without the line breaks between them
 * @param sentences in order
 * @param tokens in order, not overlapping
 */
public record Document(String text, List<Paragraph> paragraphs, List<Sentence> sentences, List<Token> tokens) {}
