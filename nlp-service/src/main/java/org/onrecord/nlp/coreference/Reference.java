package org.onrecord.nlp.coreference;

import org.onrecord.contracts.MentionKind;

/** A description or pronoun and the entity it means; offsets are UTF-16, half-open, the certainty a probability. */
record Reference(int start, int end, MentionKind kind, EntityDraft draft, double certainty) {}
