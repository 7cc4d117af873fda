package org.onrecord.nlp.name.training;

import java.util.List;

/** The sentences of one document of a gold file. */
record TaggedDocument(List<TaggedSentence> sentences) {}
