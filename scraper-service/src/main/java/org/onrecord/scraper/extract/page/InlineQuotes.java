package org.onrecord.scraper.extract.page;

/** Writes the marks that browsers draw around {@code q}, curly ones, single ones within double ones. */
final class InlineQuotes {
    private static final String OPENING = "“‘\"'«„‚‹";
    private static final int NO_MARKS = -1;

    /** How many are open, and how many of these, the innermost, have no text yet. */
    private int open;

    private int waiting;
    /** Which of the open ones brings marks of its own; {@value #NO_MARKS} for none. */
    private int own = NO_MARKS;

    void open() {
        open++;
        waiting++;
    }

    /** Writes the opening marks of those that begin with what comes now; returns how much space before them is written. */
    int before(String coming, StringBuilder text) {
        if (waiting == 0) {
            return 0;
        }
        int first = 0;
        while (first < coming.length()
                && (Words.isSpace(coming.charAt(first)) || Words.isInvisible(coming.charAt(first)))) {
            first++;
        }
        if (first == coming.length()) {
            return 0;
        }
        if (OPENING.indexOf(coming.charAt(first)) >= 0) {
            own = open;
        }
        if (first > 0) {
            Words.append(text, " ");
        }
        for (int depth = open - waiting + 1; depth <= open; depth++) {
            if (depth != own) {
                text.append(depth % 2 == 1 ? '“' : '‘');
            }
        }
        waiting = 0;
        return first;
    }

    void close(StringBuilder text) {
        int depth = open--;
        if (waiting > 0) {
            waiting--;
        } else if (depth == own) {
            own = NO_MARKS;
        } else if (!text.isEmpty()) {
            boolean space = text.charAt(text.length() - 1) == ' ';
            text.setLength(space ? text.length() - 1 : text.length());
            text.append(depth % 2 == 1 ? '”' : '’').append(space ? " " : "");
        }
    }
}
