package org.onrecord.nlp.quote.mark;

import java.util.List;

import org.onrecord.nlp.quote.mark.Mark.Family;

/** Pairs British single marks, which look like the apostrophes within their own quotation. */
final class SingleMarks {

    /** Marks looked at behind an opening one; who uses more within one pair is no newspaper. */
    private static final int FAR = 32;

    private final String text;
    private final List<Mark> marks;

    SingleMarks(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    /** The index of the mark that closes what the mark at this index opens; -1 where it is an apostrophe or is never closed. */
    int closer(int opener) {
        int reach = Math.min(marks.size(), opener + FAR);
        for (int i = opener + 1; i < reach; i++) {
            Mark mark = marks.get(i);
            if (mark.family() != Family.SINGLE) {
                continue;
            }
            if (mark.closes() && !mark.isOpener()
                    || mark.sign() == '‘' && marks.get(opener).sign() == '‚') {
                if (!isApostrophe(i, reach)) {
                    return closesAll(opener, i) ? i : -1;
                }
            } else if (mark.opens()) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether every pair of other marks that begins between the two ends there. */
    boolean closesAll(int from, int to) {
        int open = 0;
        for (int i = from + 1; i < to; i++) {
            Mark mark = marks.get(i);
            if (mark.family() != Family.SINGLE) {
                boolean opening = mark.isOpener() || !mark.isCloser() && (mark.opens() || !mark.closes() && open == 0);
                open += opening ? 1 : -1;
                if (open < 0) {
                    return false;
                }
            }
        }
        return open == 0;
    }

    /** {@code the officials’ view}, {@code goin’ home}: words go on behind it, and another mark further on can still close. */
    private boolean isApostrophe(int index, int reach) {
        Mark mark = marks.get(index);
        int next = mark.end();
        char before = text.charAt(mark.at() - 1);
        boolean goesOn = Character.isLetter(before)
                && next + 1 < text.length()
                && Marks.isSpace(text.charAt(next))
                && Character.isLetter(text.charAt(next + 1));
        if (!goesOn) {
            return false;
        }
        for (int i = index + 1; i < reach; i++) {
            Mark later = marks.get(i);
            if (later.family() != Family.SINGLE) {
                continue;
            }
            if (later.closes()) {
                boolean behindStop = !Character.isLetter(text.charAt(later.at() - 1));
                if (behindStop || before == 's') {
                    return true;
                }
            } else if (later.opens()) {
                return false;
            }
        }
        return false;
    }
}
