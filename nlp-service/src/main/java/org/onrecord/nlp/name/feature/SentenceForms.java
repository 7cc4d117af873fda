package org.onrecord.nlp.name.feature;

/**
 * A sentence as the features see it.
 *
 * @param words its words; in a headline in capitals or title case, as they would be written otherwise
 * @param shouted whether the sentence is in capitals
 * @param titled whether nearly all its longer words are capitalised, as headlines are
 */
public record SentenceForms(WordForm[] words, boolean shouted, boolean titled) {}
