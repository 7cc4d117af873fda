package org.onrecord.scraper.extract.page;

/** What a tag's name alone tells of how the page flows around it, as bits. */
final class TagKinds {
    /** It has its own flow, and its start tag makes an element wherever it stands. */
    static final int BOX = 1;
    /** A part of a table: a box, but left out where there is no table. */
    static final int CELL = 1 << 1;
    /** It stands in the head of a page. */
    static final int HEAD = 1 << 2;
    /** Opened again by the parser where it was left open (13.2.4.3 of the HTML standard). */
    static final int FORMATTING = 1 << 3;
    /** A link, of which only one is open at a time. */
    static final int LINK = 1 << 4;
    /** A tag in it is no tag, or not the one it seems. */
    static final int RAW = 1 << 5;
    /** What it holds is no part of an article: scripts and styles. */
    static final int CUT = 1 << 6;
    /** Everything behind it is text. */
    static final int PLAIN_TEXT = 1 << 7;

    static final int DRAWING = 1 << 8;
    /** A part of a drawing. */
    static final int SHAPE = 1 << 9;
    /** Added where it is an end tag. */
    static final int CLOSING = 1 << 10;

    private static final String[] FORMATTING_ELEMENTS = {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"
    };
    static final int FORMATTING_NAMES = FORMATTING_ELEMENTS.length;
    private static final int NAME_SHIFT = 16;
    private static final int LONGEST = 16;

    private static final WordTable KINDS = kinds();

    private TagKinds() {}

    private static WordTable kinds() {
        WordTable kinds = new WordTable();
        add(
                kinds,
                BOX,
                "div p ul ol li dl dt dd section article header footer nav aside main figure figcaption blockquote address h1 h2"
                        + " h3 h4 h5 h6");
        add(kinds, CELL, "table thead tbody tfoot tr td th");
        add(kinds, HEAD, "html head meta link title base script style noscript");
        add(kinds, RAW, "title textarea iframe noembed noframes xmp noscript svg math script style");
        add(kinds, CUT, "script style");
        add(kinds, PLAIN_TEXT, "plaintext");
        add(kinds, DRAWING, "svg");
        add(
                kinds,
                SHAPE,
                "path g use circle rect ellipse line polyline polygon defs symbol mask stop clippath lineargradient radialgradient");
        add(kinds, LINK, "a nobr");
        for (int i = 0; i < FORMATTING_ELEMENTS.length; i++) {
            add(kinds, FORMATTING | i << NAME_SHIFT, FORMATTING_ELEMENTS[i]);
        }
        return kinds;
    }

    private static void add(WordTable kinds, int kind, String names) {
        for (String name : names.split(" ")) {
            kinds.add(name, kind);
        }
    }

    /** The kind of the tag whose name begins there; 0 if it is none of these. */
    static int of(String html, int start) {
        int hash = 0;
        int end = Math.min(html.length(), start + LONGEST);
        for (int at = start; at < end; at++) {
            char c = html.charAt(at);
            if (c <= ' ' || c == '>' || c == '/') {
                return KINDS.bits(hash);
            }
            boolean ofName = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '1' && c <= '6' && at == start + 1;
            if (!ofName) {
                return 0;
            }
            hash = WordTable.with(hash, c);
        }
        return 0;
    }

    /** Which of the {@link #FORMATTING_NAMES} a tag of that kind has. */
    static int formattingName(int kind) {
        return kind >> NAME_SHIFT;
    }

    /** Whether a box begins with it, whatever is around it. */
    static boolean isBoxStart(int kind) {
        return (kind & (BOX | CLOSING)) == BOX;
    }

    /** Whether it begins or ends a box, if the page is in order. */
    static boolean isOfBox(int kind) {
        return (kind & (BOX | CELL)) != 0;
    }
}
