package org.onrecord.nlp.quote.mark;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.mark.Mark.Family;

/**
 * Finds what stands in quotation marks: curly, straight or one of each, doubled single ({@code ``…''}), low and high
 * ({@code „…“}), guillemets either way round, corner brackets and, where no double mark encloses them, British single ones
 * beside apostrophes. A mark that is missing is made up for where the text shows that it is. One pass over each paragraph
 * with a bounded look ahead.
 */
public final class QuotationMarks {

    /** Marks looked at to tell a quotation within another from one that was never closed. */
    private static final int FAR = 16;

    private final String text;
    private final int start;
    private final int end;
    private final List<Mark> marks;
    private final SingleMarks singles;
    private final List<QuotedStretch> stretches;
    private Mark open;
    private int depth;

    private QuotationMarks(String text, Paragraph paragraph, List<QuotedStretch> stretches) {
        this.text = text;
        this.start = paragraph.start();
        this.end = paragraph.end();
        this.marks = Marks.of(text, start, end);
        this.singles = new SingleMarks(text, marks);
        this.stretches = stretches;
    }

    /** The outermost stretches in reading order; those without a letter, figure or picture in them are left out. */
    public static List<QuotedStretch> scan(Document document) {
        List<QuotedStretch> stretches = new ArrayList<>();
        List<Paragraph> paragraphs = document.paragraphs();
        for (int p = 0; p < paragraphs.size(); p++) {
            int next = p + 1 < paragraphs.size()
                    ? paragraphs.get(p + 1).start()
                    : document.text().length();
            int before = p == 0 ? -1 : paragraphs.get(p - 1).end();
            new QuotationMarks(document.text(), paragraphs.get(p), stretches).scan(before, next);
        }
        return stretches;
    }

    private void scan(int endBefore, int startNext) {
        boolean carried = !stretches.isEmpty()
                && !stretches.getLast().closed()
                && stretches.getLast().end() == endBefore;
        if (marks.isEmpty()) {
            dashed();
        }
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (open != null) {
                if (mark.family() == open.family()) {
                    within(i);
                }
            } else if (mark.family() == Family.SINGLE) {
                i = single(i, startNext);
            } else if (opens(mark) && !standsAlone(i)) {
                open(mark);
            } else if (i == 0 && mark.closes()) {
                unopened(mark, carried);
            }
        }
        if (open != null) {
            add(open.at(), UnclosedSpeech.end(text, open.at(), end), false);
        }
    }

    /** {@code — We shall see, said Ann Lee.}: dialogue as some languages set it, with a dash and no mark. */
    private void dashed() {
        int word = start + 1;
        while (word < end && Marks.isSpace(text.charAt(word))) {
            word++;
        }
        if ("—–―".indexOf(text.charAt(start)) >= 0 && word < end && Character.isUpperCase(text.charAt(word))) {
            int said = UnclosedSpeech.attributed(text, word, end);
            if (said > 0) {
                add(word, said, true);
            }
        }
    }

    /** A mark that opens a quotation where none is open. */
    private boolean opens(Mark mark) {
        if (mark.sign() == '»' || mark.sign() == '›' || mark.isCloser()) {
            return mark.opens() || mark.at() == start && !mark.isCloser();
        }
        boolean amongLetters =
                mark.at() > start && mark.sign() == '"' && Character.isLetterOrDigit(text.charAt(mark.at() - 1));
        return !mark.closes() && !amongLetters;
    }

    /** A straight mark between spaces, and no other behind it. */
    private boolean standsAlone(int index) {
        Mark mark = marks.get(index);
        boolean apart =
                mark.sign() == '"' && !mark.opens() && mark.end() < end && Marks.isSpace(text.charAt(mark.end()));
        for (int i = index + 1; apart && i < Math.min(marks.size(), index + FAR); i++) {
            apart = marks.get(i).family() != Family.DOUBLE;
        }
        return apart;
    }

    private void open(Mark mark) {
        open = mark;
        depth = 0;
    }

    /** A mark of the family of the one that is open: it closes that, or opens a quotation within, or shows the first unclosed. */
    private void within(int index) {
        Mark mark = marks.get(index);
        if (!opensWithin(mark)) {
            if (!isInches(index)) {
                close(mark);
            }
        } else if (balance(index) < 0) {
            depth++;
        } else {
            add(open.at(), UnclosedSpeech.end(text, open.at(), mark.at()), false);
            open(mark);
        }
    }

    private boolean opensWithin(Mark mark) {
        char first = open.sign();
        return switch (mark.sign()) {
            case '“' -> first != '„' && !mark.closes();
            case '«' -> first == '«';
            case '»' -> first == '»' && mark.opens();
            case '‹' -> first == '‹';
            case '›' -> first == '›' && mark.opens();
            default -> mark.isOpener() || !mark.isCloser() && mark.opens();
        };
    }

    /** Openers less closers from this mark on, until the closers outnumber the openers. */
    private int balance(int index) {
        int balance = 1;
        int reach = Math.min(marks.size(), index + FAR);
        for (int i = index + 1; i < reach && balance >= 0; i++) {
            Mark mark = marks.get(i);
            if (mark.family() == open.family()) {
                balance += opensWithin(mark) ? 1 : -1;
            }
        }
        return balance;
    }

    private void close(Mark mark) {
        if (depth > 0) {
            depth--;
        } else {
            add(open.at(), mark.end(), true);
            open = null;
        }
    }

    /** {@code "I bought a 12" record," he said}: behind a figure, and the next mark closes too. */
    private boolean isInches(int index) {
        Mark mark = marks.get(index);
        boolean straight = mark.sign() == '"' || mark.sign() == '″';
        return straight
                && Character.isDigit(text.charAt(mark.at() - 1))
                && index + 1 < marks.size()
                && marks.get(index + 1).family() == Family.DOUBLE
                && marks.get(index + 1).closes();
    }

    /** Returns the index of the last mark that the quotation takes up. */
    private int single(int index, int startNext) {
        Mark mark = marks.get(index);
        if (!mark.opens()) {
            return index;
        }
        int closer = singles.closer(index);
        if (closer > index) {
            add(mark.at(), marks.get(closer).end(), true);
            return closer;
        }
        boolean again = startNext < text.length() && text.charAt(startNext) == mark.sign();
        boolean begins = mark.at() == start || mark.sign() == '‘';
        if (again && begins && noneFrom(index) && singles.closesAll(index, marks.size())) {
            add(mark.at(), end, false);
            return marks.size();
        }
        return index;
    }

    /** Whether no further single quotation opens or closes in the paragraph. */
    private boolean noneFrom(int index) {
        for (int i = index + 1; i < marks.size(); i++) {
            if (marks.get(i).family() == Family.SINGLE && marks.get(i).opens()) {
                return false;
            }
        }
        return true;
    }

    /** The mark closes what the paragraph above left open, or a sentence whose opening mark was forgotten. */
    private void unopened(Mark mark, boolean carried) {
        char before = text.charAt(mark.at() - 1);
        if (carried && ".,?!…".indexOf(before) >= 0) {
            add(start, mark.end(), true);
        } else if (",?!".indexOf(before) >= 0 && goesOnWithWords(mark.end())) {
            add(sentenceStart(mark.at()), mark.end(), true);
        }
    }

    private boolean goesOnWithWords(int at) {
        return at + 1 < end && Marks.isSpace(text.charAt(at)) && Character.isLetter(text.charAt(at + 1));
    }

    private int sentenceStart(int mark) {
        int i = mark - 2;
        while (i > start && !(Marks.isSpace(text.charAt(i)) && ".?!".indexOf(text.charAt(i - 1)) >= 0)) {
            i--;
        }
        return i <= start ? start : i + 1;
    }

    private void add(int from, int to, boolean closed) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                stretches.add(new QuotedStretch(from, to, closed));
                return;
            }
        }
    }
}
