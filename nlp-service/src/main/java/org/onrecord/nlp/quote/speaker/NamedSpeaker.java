package org.onrecord.nlp.quote.speaker;

import java.util.OptionalInt;

/**
 * One who speaks.
 *
 * @param words that stand for it beside the report
 * @param entity index of the one they mean; empty for nobody the document names
 */
public record NamedSpeaker(SpeakerCandidate words, OptionalInt entity) {}
