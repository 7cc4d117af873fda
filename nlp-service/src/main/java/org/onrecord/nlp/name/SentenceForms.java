package org.onrecord.nlp.name;

/**
 * A sentence as the features see it.
 *
 * @param words its words; in a sentence in capitals, as they would be written otherwise
 * @param shouted whether the sentence is in capitals
 */
public record SentenceForms(WordForm[] words, boolean shouted) {}
