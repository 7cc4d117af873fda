package org.onrecord.nlp.quote.speaker;

/**
 * A noun phrase that may name the speaker of a cue. Its places are indices of the tokens of its {@link
 * org.onrecord.nlp.quote.reading.Reading}.
 *
 * @param from first token
 * @param head one past the last token of its head: behind "mayor" in "the mayor of London"
 * @param to one past the last
 * @param traits by {@link SpeakerTrait#ordinal()}
 */
public record SpeakerCandidate(int from, int head, int to, double[] traits) {

    /** Whether a trait is seen of it. */
    public boolean has(SpeakerTrait trait) {
        return traits[trait.ordinal()] > 0;
    }
}
