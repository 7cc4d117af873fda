package org.onrecord.api.web.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Shown;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/**
 * A text with what was read in it, cut where anything begins or ends. Marks may overlap: a name stands within a quotation, and a
 * quotation within another's sentence.
 */
public final class MarkedText {

    /** What a mark tells of the words under it. */
    public enum Role {
        QUOTE("q"),
        CUE("cue"),
        SPEAKER("spk"),
        NAME("name");

        private final String style;

        Role(String style) {
            this.style = style;
        }
    }

    /**
     * @param quote number of the statement that it belongs to, from 1; 0 for a name
     * @param link where a name leads; null for any other
     */
    public record Mark(
            Role role, Span span, int quote, @Nullable String link) {}

    /**
     * A stretch under the same marks.
     *
     * @param style its classes; "" where there is no mark
     * @param quotes numbers of the statements that it belongs to, divided by spaces; "" for none
     * @param link where it leads; null if nowhere
     * @param anchor of the statement whose first words these are; null where none begins
     * @param ends the statements whose last words these are
     */
    public record Piece(
            String text,
            String style,
            String quotes,
            @Nullable String link,
            @Nullable String anchor,
            List<Integer> ends) {}

    /** A block with its pieces. */
    public record Part(String kind, List<Piece> pieces) {
        public boolean is(String other) {
            return kind.equals(other);
        }
    }

    private final String text;
    private final Field field;
    private final List<Mark> marks;
    private final List<String> anchors;
    private final Set<Integer> begun = new LinkedHashSet<>();

    /**
     * @param marks of any field; those that do not lie within the text are left out
     * @param anchors of the statements, in the order of their numbers
     */
    public MarkedText(String text, Field field, List<Mark> marks, List<String> anchors) {
        this.anchors = List.copyOf(anchors);
        this.text = text;
        this.field = field;
        this.marks = marks.stream()
                .filter(mark -> mark.span().field() == field
                        && mark.span().start() >= 0
                        && mark.span().start() < mark.span().end()
                        && mark.span().end() <= text.length())
                .toList();
    }

    /** The whole text in its blocks; what no block has stands as a paragraph where it stands. */
    public List<Part> parts(List<Block> blocks) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (Block block : blocks) {
            if (block.start() < done || block.end() > text.length() || block.end() <= block.start()) {
                continue;
            }
            rest(parts, done, block.start());
            parts.add(new Part(kind(block.kind()), pieces(block.start(), block.end())));
            done = block.end();
        }
        rest(parts, done, text.length());
        return parts;
    }

    private void rest(List<Part> parts, int start, int end) {
        if (!text.substring(start, end).isBlank()) {
            parts.add(new Part(kind(BlockKind.PARAGRAPH), pieces(start, end)));
        }
    }

    /** The whole text as one block. */
    public List<Piece> pieces() {
        return pieces(0, text.length());
    }

    private List<Piece> pieces(int start, int end) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        List<Mark> here = marks.stream()
                .filter(mark -> mark.span().start() < end && mark.span().end() > start)
                .toList();
        for (Mark mark : here) {
            cuts.add(Math.max(start, mark.span().start()));
            cuts.add(Math.min(end, mark.span().end()));
        }
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        for (int to : cuts.tailSet(start, false)) {
            pieces.add(piece(from, to, here));
            from = to;
        }
        return pieces;
    }

    private Piece piece(int from, int to, List<Mark> here) {
        Set<String> styles = new LinkedHashSet<>();
        Set<String> quotes = new LinkedHashSet<>();
        List<Integer> ends = new ArrayList<>();
        String link = null;
        String anchor = null;
        for (Mark mark : here) {
            if (mark.span().start() > from || mark.span().end() < to) {
                continue;
            }
            styles.add(mark.role().style);
            link = mark.link() == null ? link : mark.link();
            if (mark.quote() > 0) {
                quotes.add(String.valueOf(mark.quote()));
            }
            if (mark.role() == Role.QUOTE) {
                if (anchor == null && begun.add(mark.quote())) {
                    anchor = anchors.get(mark.quote() - 1);
                }
                if (mark.span().end() == to && isLast(mark)) {
                    ends.add(mark.quote());
                }
            }
        }
        return new Piece(
                Shown.words(text.substring(from, to)),
                String.join(" ", styles),
                String.join(" ", quotes),
                link,
                anchor,
                ends);
    }

    private boolean isLast(Mark mark) {
        return marks.stream()
                .filter(other -> other.role() == Role.QUOTE && other.quote() == mark.quote())
                .allMatch(other -> other.span().end() <= mark.span().end());
    }

    private static String kind(BlockKind kind) {
        return switch (kind) {
            case HEADING -> "heading";
            case LIST_ITEM -> "item";
            case BLOCK_QUOTE -> "quote";
            case PREFORMATTED -> "preformatted";
            case PARAGRAPH, TABLE_ROW -> "paragraph";
        };
    }
}
