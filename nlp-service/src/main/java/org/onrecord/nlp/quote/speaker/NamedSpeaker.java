package org.onrecord.nlp.quote.speaker;

import java.util.OptionalInt;

/**
 * One who speaks.
 *
 * @param words that stand for it beside the report
 * @param entity index of the one they mean; empty for nobody the document names
 * @param certainty probability that it is the right one, 0 to 1
 */
public record NamedSpeaker(SpeakerCandidate words, OptionalInt entity, double certainty) {}
