package org.onrecord.api.web.statement;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.quote.Context;
import org.onrecord.api.quote.Highlight;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.contracts.Span;

/**
 * A statement in the sentence that reports it: "a cut of 40 percent" says something where one reads that scientists advised it.
 */
public final class Sentence {

    /** Of what stands before the statement, and of what stands behind it: an editor's glance, not a paragraph. */
    private static final int LONGEST_SIDE = 160;

    /**
     * A stretch of it.
     *
     * @param said whether it is of the statement itself
     * @param found whether it was looked for
     */
    public record Piece(String text, boolean said, boolean found) {}

    private final String words;
    private final List<Highlight> found;
    private final List<Piece> pieces = new ArrayList<>();

    private Sentence(String words, List<Highlight> found) {
        this.words = words;
        this.found = found;
    }

    /** The words alone. */
    static List<Piece> bare(String words, @Nullable List<Highlight> found) {
        Sentence bare = new Sentence(words, found == null ? List.of() : found);
        bare.say(0, words.length());
        return bare.pieces;
    }

    /**
     * The words in their sentence, or alone where they do not stand in it as they are.
     *
     * @param spans where they stand in the article, in reading order
     */
    static List<Piece> of(String words, @Nullable List<Highlight> found, List<Span> spans, Context context) {
        Sentence sentence = new Sentence(words, found == null ? List.of() : found);
        return sentence.stands(spans, context) ? sentence.pieces : bare(words, found);
    }

    private boolean stands(List<Span> spans, Context context) {
        int said = 0;
        int read = 0;
        for (Span span : spans) {
            int start = span.start() - context.start();
            int end = span.end() - context.start();
            if (span.field() != context.field()
                    || start < read
                    || end < start
                    || end > context.text().length()) {
                return false;
            }
            String piece = context.text().substring(start, end);
            int place = words.indexOf(piece, said);
            if (place < 0 || !words.substring(said, place).isBlank()) {
                return false;
            }
            String before = context.text().substring(read, start);
            around(read == 0 ? lastOf(before) : before);
            say(place, place + piece.length());
            said = place + piece.length();
            read = end;
        }
        around(firstOf(context.text().substring(read)));
        return words.substring(said).isBlank();
    }

    private void around(String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(Shown.words(text), false, false));
        }
    }

    /** Cut where something begins or ends that was looked for. */
    private void say(int from, int to) {
        int done = from;
        for (Highlight highlight : found) {
            int start = Math.max(done, highlight.start());
            int end = Math.min(to, highlight.end());
            if (start < end) {
                said(done, start, false);
                said(start, end, true);
                done = end;
            }
        }
        said(done, to, false);
    }

    private void said(int from, int to, boolean isFound) {
        if (from < to) {
            pieces.add(new Piece(Shown.words(words.substring(from, to)), true, isFound));
        }
    }

    private static String lastOf(String text) {
        if (text.length() <= LONGEST_SIDE) {
            return text;
        }
        int space = text.indexOf(' ', text.length() - LONGEST_SIDE);
        return space < 0 ? "… " : "…" + text.substring(space);
    }

    private static String firstOf(String text) {
        if (text.length() <= LONGEST_SIDE) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST_SIDE);
        return space < 0 ? " …" : text.substring(0, space) + " …";
    }
}
