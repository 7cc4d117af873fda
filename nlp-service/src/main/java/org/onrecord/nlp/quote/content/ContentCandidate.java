package org.onrecord.nlp.quote.content;

/** Holds {@link Span}. */
public final class ContentCandidate {

    private ContentCandidate() {}

    /** Tokens {@code [from, to)}. */
    public record Span(int from, int to) {}
}
