package org.onrecord.api.review;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/**
 * Words of an article with what stands around them, by which they are found again when their offsets have shifted (as the
 * TextQuoteSelector of W3C's Web Annotation Data Model, 4.2.4, has it).
 *
 * @param field in which they stand
 * @param exact the words
 * @param prefix what stands before them
 * @param suffix what stands behind them
 * @param start where they stood, in UTF-16 units: decides where all else is alike
 */
@RegisterForReflection
record Anchor(Field field, String exact, String prefix, String suffix, int start) {

    private static final int AROUND = 64;

    /** @param span within the text */
    static Anchor of(String text, Span span) {
        return new Anchor(
                span.field(),
                text.substring(span.start(), span.end()),
                text.substring(wholeCharacter(text, span.start() - AROUND), span.start()),
                text.substring(span.end(), wholeCharacter(text, span.end() + AROUND)),
                span.start());
    }

    /** Where a character begins, here or one before. */
    private static int wholeCharacter(String text, int at) {
        int within = Math.clamp(at, 0, text.length());
        return isWithinCharacter(text, within) ? within - 1 : within;
    }

    static boolean isWithinCharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Words that somebody typed, of which the place nearest to another is meant. */
    static Anchor typed(Field field, String words, int near) {
        return new Anchor(field, words, "", "", near);
    }
}
