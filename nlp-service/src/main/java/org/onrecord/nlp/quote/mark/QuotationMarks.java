package org.onrecord.nlp.quote.mark;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Paragraph;

/**
 * Finds what stands in quotation marks: curly, straight, doubled single ({@code ``…''}), guillemets and, where no double
 * mark encloses them, British single ones beside apostrophes. One pass over each paragraph.
 */
public final class QuotationMarks {

    private static final String OPENERS = "“„«";
    private static final String CLOSERS = "”»";
    private static final int LONGEST_ATTRIBUTE = 500;
    private static final int LONGEST_NESTED = 300;

    private final String text;
    private final int end;
    private final List<QuotedStretch> stretches;
    private int open = -1;
    private int depth;
    private char opener;
    private int lastSingleCloser;
    private int skipUntil = -1;

    private QuotationMarks(String text, Paragraph paragraph, List<QuotedStretch> stretches) {
        this.text = text;
        this.end = paragraph.end();
        this.stretches = stretches;
        this.lastSingleCloser = lastSingleCloser(text, paragraph);
    }

    public static List<QuotedStretch> scan(Document document) {
        List<QuotedStretch> stretches = new ArrayList<>();
        for (Paragraph paragraph : document.paragraphs()) {
            new QuotationMarks(document.text(), paragraph, stretches).scan(paragraph.start());
        }
        return stretches;
    }

    private void scan(int from) {
        for (int i = from; i < end; ) {
            if (i <= skipUntil) {
                i = skipUntil + 1;
                continue;
            }
            char c = text.charAt(i);
            int width = isDoubled(i) ? 2 : 1;
            if (width == 2) {
                c = '"';
            }
            if (OPENERS.indexOf(c) >= 0) {
                openCurly(i, c);
            } else if (CLOSERS.indexOf(c) >= 0) {
                closeDouble(i + width);
            } else if (c == '"') {
                straight(i, width);
            } else if (isSingle(c)) {
                single(i, c);
            }
            i += width;
        }
        if (open >= 0 && !isSingle(opener)) {
            stretches.add(new QuotedStretch(open, end, false));
        }
    }

    /** An opener within a quotation nests if there are closers enough for both; else the first was left open. */
    private void openCurly(int at, char mark) {
        if (open >= 0 && opener == mark && balance(at) < 0) {
            depth++;
        } else {
            open(at, mark);
        }
    }

    /** Openers less closers in what follows, as far as the closers outnumber the openers by two. */
    private int balance(int at) {
        int balance = 1;
        for (int i = at + 1; i < Math.min(end, at + LONGEST_NESTED); i++) {
            char c = text.charAt(i);
            balance += OPENERS.indexOf(c) >= 0 ? 1 : CLOSERS.indexOf(c) >= 0 ? -1 : 0;
            if (balance < 0) {
                return balance;
            }
        }
        return balance;
    }

    private void open(int at, char mark) {
        depth = 0;
        if (open >= 0 && !isSingle(opener)) {
            stretches.add(new QuotedStretch(open, at, false));
        }
        open = at;
        opener = mark;
    }

    private void closeDouble(int until) {
        if (open >= 0 && depth > 0) {
            depth--;
            return;
        }
        if (open >= 0 && !isSingle(opener)) {
            stretches.add(new QuotedStretch(open, until, true));
            open = -1;
        }
    }

    private void straight(int at, int width) {
        if (open < 0 && at > 0 && text.charAt(at - 1) == '=') {
            skipAttribute(at);
            return;
        }
        if (isInches(at) || open < 0 && closesNothing(at + width)) {
            return;
        }
        if (open < 0 || isSingle(opener)) {
            open(at, '"');
        } else {
            closeDouble(at + width);
        }
    }

    /** {@code the system" was old}: a mark behind a word that nothing opens. */
    private boolean closesNothing(int until) {
        return until > 1
                && Character.isLetterOrDigit(text.charAt(until - 2))
                && until < end
                && text.charAt(until) == ' ';
    }

    /** {@code 6'3" tall} */
    private boolean isInches(int at) {
        return at > 1
                && Character.isDigit(text.charAt(at - 1))
                && (text.charAt(at - 2) == '\'' || text.charAt(at - 2) == '’');
    }

    /** {@code <a href="…">} that survived in a text: no speech. */
    private void skipAttribute(int at) {
        int closer = text.indexOf('"', at + 1, Math.min(end, at + LONGEST_ATTRIBUTE));
        skipUntil = closer < 0 ? at : closer;
    }

    private void single(int at, char mark) {
        if (open < 0 && mark != '’' && beginsWord(at) && at < lastSingleCloser) {
            open = at;
            opener = mark;
        } else if (open >= 0 && isSingle(opener) && mark != '‘' && closesSingle(text, at, end) && !possessive(at)) {
            stretches.add(new QuotedStretch(open, at + 1, true));
            open = -1;
        }
    }

    private boolean isDoubled(int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '`' || c == '‘' || c == '’') && at + 1 < end && text.charAt(at + 1) == c;
    }

    private boolean beginsWord(int at) {
        return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && at + 1 < end
                && Character.isLetter(text.charAt(at + 1));
    }

    /** "the officials’ view": an s before and a word after, while another mark further on can still close. */
    private boolean possessive(int at) {
        return text.charAt(at - 1) == 's'
                && at + 2 < end
                && text.charAt(at + 1) == ' '
                && Character.isLetter(text.charAt(at + 2))
                && at < lastSingleCloser;
    }

    private static boolean isSingle(char c) {
        return c == '\'' || c == '‘' || c == '’';
    }

    private static boolean closesSingle(String text, int at, int end) {
        return at > 0
                && !Character.isWhitespace(text.charAt(at - 1))
                && (at + 1 == end || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static int lastSingleCloser(String text, Paragraph paragraph) {
        for (int i = paragraph.end() - 1; i > paragraph.start(); i--) {
            char c = text.charAt(i);
            if ((c == '\'' || c == '’') && closesSingle(text, i, paragraph.end())) {
                return i;
            }
        }
        return -1;
    }
}
