package org.onrecord.scraper.extract.metadata;

import org.jsoup.parser.Parser;

/** Undoes what systems escape twice: {@code &amp;quot;} in a title is a quotation mark. */
final class Escapes {
    private static final int MOST = 3;

    private Escapes() {}

    static String undone(String text) {
        String plain = text;
        for (int pass = 0; pass < MOST && plain.indexOf('&') >= 0 && plain.indexOf(';') >= 0; pass++) {
            plain = Parser.unescapeEntities(plain, false);
        }
        return plain;
    }
}
