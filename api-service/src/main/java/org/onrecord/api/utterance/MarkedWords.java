package org.onrecord.api.utterance;

import java.util.ArrayList;
import java.util.List;

/** What stands within the quotation marks of a text, whichever kind it uses. */
final class MarkedWords {

    private static final String OPENING = "“„«\"";
    private static final String CLOSING = "”“»\"";

    private MarkedWords() {}

    /** The pieces in reading order; a mark that is never closed holds to the end. Empty if there are no marks. */
    static List<String> in(String text) {
        // Two apostrophes are a mark: some wires know no other.
        String marked = text.replace("''", "\"");
        List<String> pieces = pieces(marked, OPENING, CLOSING);
        return pieces.isEmpty() ? pieces(marked, "‘", "’") : pieces;
    }

    private static List<String> pieces(String text, String opening, String closing) {
        List<String> pieces = new ArrayList<>();
        int start = -1;
        char close = 0;
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            if (start < 0 && opening.indexOf(mark) >= 0) {
                start = i + 1;
                close = closing.charAt(opening.indexOf(mark));
            } else if (start >= 0 && mark == close && !isApostrophe(text, i)) {
                pieces.add(text.substring(start, i));
                start = -1;
            }
        }
        if (start >= 0) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }

    /** "It’s" within single marks. */
    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '’' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }
}
