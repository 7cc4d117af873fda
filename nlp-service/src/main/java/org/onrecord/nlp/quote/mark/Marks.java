package org.onrecord.nlp.quote.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.nlp.quote.mark.Mark.Family;

/** Finds the quotation marks of a paragraph among apostrophes, inches and what is left of markup. */
final class Marks {

    private static final String DOUBLES = "\"“”„‟″＂";
    private static final String SINGLES = "'‘’‚`";
    private static final String SPACE_BEFORE = "([{—–-/:“„‘‚«‹\"'`「『…•";
    private static final String SPACE_AFTER = ".,;:?!)]}—–…/”’»›\"'」』";
    /** {@code \\"Yes,\\" he said}: what a page made from source text leaves before a mark. */
    private static final char ESCAPE = '\\';

    private static final int LONGEST_ATTRIBUTE = 500;
    private static final int LONGEST_ELISION = 6;
    private static final int LONGEST_FIGURE = 6;
    /** Words that have lost their beginning. */
    private static final Set<String> ELISIONS =
            Set.of("em", "til", "tis", "twas", "cause", "round", "n", "bout", "cos", "coz", "s", "un", "kay");

    private final String text;
    private final int start;
    private final int end;

    private Marks(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** The marks of {@code [start, end)} in reading order. */
    static List<Mark> of(String text, int start, int end) {
        return new Marks(text, start, end).find();
    }

    private List<Mark> find() {
        List<Mark> marks = new ArrayList<>();
        int i = start;
        while (i < end) {
            Family family = family(text.charAt(i));
            if (family == null) {
                i++;
            } else if (text.charAt(i) == '"' && i > start && text.charAt(i - 1) == '=') {
                i = behindAttribute(i);
            } else {
                int width = isDoubled(i) ? 2 : 1;
                Mark mark = mark(i, width, width == 2 ? Family.DOUBLE : family);
                boolean apostrophe = mark.family() == Family.SINGLE && !mark.opens() && !mark.closes();
                if (!apostrophe && (width == 2 || !isInches(i))) {
                    marks.add(mark);
                }
                i += width;
            }
        }
        return marks;
    }

    private static Family family(char c) {
        if (c == '«' || c == '»') {
            return Family.GUILLEMET;
        }
        if (c == '‹' || c == '›') {
            return Family.ANGLE;
        }
        if (c >= '「' && c <= '』') {
            return Family.CORNER;
        }
        return DOUBLES.indexOf(c) >= 0 ? Family.DOUBLE : SINGLES.indexOf(c) >= 0 ? Family.SINGLE : null;
    }

    private Mark mark(int at, int width, Family family) {
        char sign = width == 2 ? '"' : text.charAt(at);
        int before = at > start && text.charAt(at - 1) == ESCAPE ? at - 1 : at;
        boolean free = before == start
                || isSpace(text.charAt(before - 1))
                || SPACE_BEFORE.indexOf(text.charAt(before - 1)) >= 0;
        int next = at + width;
        boolean ends = next == end || isSpace(text.charAt(next)) || SPACE_AFTER.indexOf(text.charAt(next)) >= 0;
        if (family == Family.SINGLE) {
            boolean closes = !free && (next == end || !Character.isLetterOrDigit(text.charAt(next)));
            return new Mark(at, 1, family, sign, sign != '’' && beginsWord(at, free, next), sign != '`' && closes);
        }
        return new Mark(at, width, family, sign, free && !ends, !free && ends);
    }

    private boolean beginsWord(int at, boolean free, int next) {
        boolean begins = free || text.charAt(at) == '‘' && !Character.isLetterOrDigit(text.charAt(at - 1));
        return begins && next < end && !isSpace(text.charAt(next)) && !isElision(next);
    }

    /** {@code ’em}, {@code the ’90s}. */
    private boolean isElision(int word) {
        int stop = word;
        while (stop < end && stop - word < LONGEST_ELISION && Character.isLetterOrDigit(text.charAt(stop))) {
            stop++;
        }
        String whole = text.substring(word, stop).toLowerCase(Locale.ROOT);
        boolean decade = whole.length() == 3 && Character.isDigit(whole.charAt(0)) && whole.endsWith("0s");
        return decade || ELISIONS.contains(whole);
    }

    private boolean isDoubled(int at) {
        char c = text.charAt(at);
        return SINGLES.indexOf(c) >= 0 && c != '‚' && at + 1 < end && text.charAt(at + 1) == c;
    }

    /** {@code 6'3" tall}, {@code 71° 18' 13"W} */
    private boolean isInches(int at) {
        if (text.charAt(at) != '"' && text.charAt(at) != '″') {
            return false;
        }
        int i = at - 1;
        while (i > Math.max(start, at - LONGEST_FIGURE)
                && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
            i--;
        }
        boolean figure = i < at - 1;
        if (figure && i > start && isSpace(text.charAt(i))) {
            i--;
        }
        return figure && i > start && "'’′".indexOf(text.charAt(i)) >= 0 && Character.isDigit(text.charAt(i - 1));
    }

    /** {@code <a href="…">} that survived in a text: no speech. */
    private int behindAttribute(int at) {
        int closer = text.indexOf('"', at + 1, Math.min(end, at + LONGEST_ATTRIBUTE));
        return closer < 0 ? at + 1 : closer + 1;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
