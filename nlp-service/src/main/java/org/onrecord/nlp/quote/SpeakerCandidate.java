package org.onrecord.nlp.quote;

/**
 * A noun phrase that may name the speaker of a cue.
 *
 * @param from first token
 * @param to one past the last
 * @param traits by {@link SpeakerTrait#ordinal()}
 */
record SpeakerCandidate(int from, int to, double[] traits) {

    boolean has(SpeakerTrait trait) {
        return traits[trait.ordinal()] > 0;
    }
}
