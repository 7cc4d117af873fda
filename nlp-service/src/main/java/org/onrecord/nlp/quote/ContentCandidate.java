package org.onrecord.nlp.quote;

import java.util.List;

/**
 * Stretches of tokens that may be what a cue reports.
 *
 * @param spans token ranges, in reading order, not empty
 * @param traits by {@link ContentTrait#ordinal()}
 */
record ContentCandidate(List<Span> spans, double[] traits) {

    /** Tokens {@code [from, to)}. */
    record Span(int from, int to) {}

    boolean has(ContentTrait trait) {
        return traits[trait.ordinal()] > 0;
    }
}
