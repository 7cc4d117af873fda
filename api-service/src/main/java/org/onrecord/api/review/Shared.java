package org.onrecord.api.review;

import java.util.List;

import org.onrecord.contracts.Span;

/**
 * How much two stretches of words have in common, each from 0 to 1.
 *
 * @param ofBoth of all that either has
 * @param ofShorter of the shorter one
 */
record Shared(double ofBoth, double ofShorter) {

    static Shared of(List<Span> one, List<Span> other) {
        long common = 0;
        for (Span a : one) {
            for (Span b : other) {
                if (a.field() == b.field()) {
                    common += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
                }
            }
        }
        long ofOne = length(one);
        long ofOther = length(other);
        if (common == 0) {
            return new Shared(0, 0);
        }
        return new Shared((double) common / (ofOne + ofOther - common), (double) common / Math.min(ofOne, ofOther));
    }

    private static long length(List<Span> spans) {
        return spans.stream().mapToLong(span -> span.end() - span.start()).sum();
    }
}
