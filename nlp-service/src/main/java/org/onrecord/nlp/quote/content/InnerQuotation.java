package org.onrecord.nlp.quote.content;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** {@code “Many said, ‘It is time. It is just time,’ and left,” she said}: a quotation within another may have several sentences. */
final class InnerQuotation {

    private static final int LONGEST = 200;

    private InnerQuotation() {}

    /** One past the mark that closes an inner quotation that opens at a token or behind a mark there; -1 for none. */
    static int endBehind(Reading reading, int token) {
        WordClass first = reading.classAt(token);
        int from = first == WordClass.COMMA || first == WordClass.COLON ? token + 1 : token;
        if (!reading.quoted(from) || reading.opensStretch(from) || !opens(reading, from)) {
            return -1;
        }
        int stretch = reading.stretchOf[from];
        int end = Math.min(reading.tokens.size(), from + LONGEST);
        for (int i = from + 1; i < end && reading.stretchOf[i] == stretch; i++) {
            if (closes(reading, i)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean opens(Reading reading, int token) {
        int at = reading.tokens.get(token).start();
        String text = reading.text();
        return "'‘".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Behind a stop or a comma, where no apostrophe stands. */
    private static boolean closes(Reading reading, int token) {
        int at = reading.tokens.get(token).start();
        return "'’".indexOf(reading.text().charAt(at)) >= 0
                && reading.tokens.get(token).end() == at + 1
                && ".,?!…".indexOf(reading.text().charAt(at - 1)) >= 0;
    }
}
