package org.onrecord.nlp.name.training.gold;

import java.util.List;

/** The sentences of one document of a gold file. */
public record TaggedDocument(List<TaggedSentence> sentences) {}
