/**
 * Finds names: a linear sequence model over hashed features ({@link org.onrecord.nlp.name.NameTagger}), what the whole
 * document says of a word, and rules for boundaries. {@link org.onrecord.nlp.name.TaggerNameFinder#load()} is the way in.
 */
package org.onrecord.nlp.name;
