package org.onrecord.nlp.name.training.gold;

import java.util.List;

/**
 * A sentence of a gold file.
 *
 * @param words its words
 * @param tags its tags, BIO, as the file has them or as mapped to ours
 */
public record TaggedSentence(List<String> words, List<String> tags) {}
