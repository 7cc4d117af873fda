package org.onrecord.nlp.quote.content;

import java.util.List;

/**
 * Stretches of tokens that may be what a cue reports.
 *
 * @param spans token ranges, in reading order, not empty
 * @param traits by {@link ContentTrait#ordinal()}
 */
public record ContentCandidate(List<Span> spans, double[] traits) {

    /** Tokens {@code [from, to)}. */
    public record Span(int from, int to) {}

    public boolean has(ContentTrait trait) {
        return traits[trait.ordinal()] > 0;
    }

    /** Tokens in both by tokens in either, 0 to 1. */
    public double share(ContentCandidate other) {
        int both = 0;
        int all = length() + other.length();
        for (Span a : spans) {
            for (Span b : other.spans) {
                both += Math.max(0, Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()));
            }
        }
        return (double) both / (all - both);
    }

    private int length() {
        int length = 0;
        for (Span span : spans) {
            length += span.to() - span.from();
        }
        return length;
    }
}
