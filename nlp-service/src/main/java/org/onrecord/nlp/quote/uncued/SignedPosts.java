package org.onrecord.nlp.quote.uncued;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Posts as social networks embed them: the words, and in the next paragraph or behind a dash who wrote them
 * ({@code — Ann Lee (@annlee) May 3, 2026}, {@code A post shared by Ann Lee (@annlee)}).
 */
final class SignedPosts {

    static final String RULE = "signed-post";

    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_REST = 10;
    private static final String[] SHARED = {"post", "shared", "by"};

    private final Reading reading;

    /** @param from first token of the signature; what is before it in its paragraph was posted */
    record Signature(int from, int mark, Span name) {}

    SignedPosts(Reading reading) {
        this.reading = reading;
    }

    /** The signature that ends a paragraph, or null. */
    Signature of(Span paragraph) {
        int handle = -1;
        for (int i = paragraph.to() - 1; i > paragraph.from() && i > paragraph.to() - LONGEST_REST; i--) {
            if (reading.lower[i].startsWith("@") && reading.lower[i - 1].equals("(")) {
                handle = i - 1;
                break;
            }
        }
        if (handle < 0) {
            return null;
        }
        int name = handle;
        while (name > paragraph.from() && name > handle - LONGEST_NAME && isOfName(name - 1)) {
            name--;
        }
        boolean dash = name < handle && name > paragraph.from() && reading.classes[name - 1] == WordClass.DASH;
        if (dash) {
            return new Signature(name - 1, name - 1, new Span(name, handle));
        }
        int by = afterShared(paragraph.from(), handle);
        return by < 0 ? null : new Signature(paragraph.from(), by - 1, new Span(by, handle));
    }

    private boolean isOfName(int i) {
        return reading.classes[i] != WordClass.DASH && reading.classes[i] != WordClass.STOP && !reading.quoted(i);
    }

    private int afterShared(int from, int handle) {
        int i = from + 1;
        for (String word : SHARED) {
            if (!reading.wordAt(i).equals(word)) {
                return -1;
            }
            i++;
        }
        return i < handle && handle - i <= LONGEST_NAME ? i : -1;
    }
}
