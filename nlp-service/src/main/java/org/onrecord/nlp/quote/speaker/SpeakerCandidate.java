package org.onrecord.nlp.quote.speaker;

/**
 * A noun phrase that may name the speaker of a cue.
 *
 * @param from first token
 * @param head one past the last token of its head: behind "mayor" in "the mayor of London"
 * @param to one past the last
 * @param traits by {@link SpeakerTrait#ordinal()}
 */
public record SpeakerCandidate(int from, int head, int to, double[] traits) {

    public boolean has(SpeakerTrait trait) {
        return traits[trait.ordinal()] > 0;
    }
}
