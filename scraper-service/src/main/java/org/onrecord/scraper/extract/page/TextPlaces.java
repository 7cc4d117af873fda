package org.onrecord.scraper.extract.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Where the texts of a page stand in its HTML: its parser can tell, which takes it a third more time and memory, and mostly
 * need not, since the texts of the tree are the runs between the tags one after the other. Where a run is not the text
 * that comes next, as in a table with text between its rows, the parser has to tell. For one page and one thread.
 */
abstract sealed class TextPlaces {
    private int start;
    private int end;

    /** The places that the parser tracked. */
    static TextPlaces tracked(Markup markup) {
        return new Tracked(markup);
    }

    /** The places of the page's runs of text, told of every text of the tree in order. */
    static TextPlaces ofRuns(Markup markup) {
        return new OfRuns(markup);
    }

    /** Goes on to the text; false if its place is not known, nor that of any after it. */
    abstract boolean reach(TextNode text);

    /** Where the text before starts, or something after that and before the tag that comes now. */
    abstract int before(Element element);

    /** Where the text behind the tag that comes now ends, or something before that and after the tag. */
    abstract int after(Element element);

    /** Of the text that was reached last. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    void is(int textStart, int textEnd) {
        start = textStart;
        end = textEnd;
    }

    private static final class Tracked extends TextPlaces {
        private final Markup markup;

        Tracked(Markup markup) {
            this.markup = markup;
        }

        @Override
        boolean reach(TextNode text) {
            is(start(text), markup.inSource(text.sourceRange().endPos()));
            return true;
        }

        /** Behind the last comment or script that was cut out of the space before its words. */
        private int start(TextNode text) {
            int kept = text.sourceRange().startPos();
            int start = markup.startInSource(kept);
            int space = Words.leadingSpace(text.getWholeText());
            for (int i = space; i > 0 && markup.startInSource(kept + space) != start + space; i--) {
                int before = markup.startInSource(kept + i - 1);
                if (markup.startInSource(kept + i) != before + 1) {
                    return markup.startInSource(kept + i);
                }
            }
            return start;
        }

        @Override
        int before(Element element) {
            return markup.startInSource(element.sourceRange().startPos());
        }

        @Override
        int after(Element element) {
            return markup.inSource(element.sourceRange().endPos());
        }
    }

    private static final class OfRuns extends TextPlaces {
        private final Markup markup;
        private int next;

        OfRuns(Markup markup) {
            this.markup = markup;
            is(-1, -1);
        }

        @Override
        boolean reach(TextNode text) {
            String words = text.getWholeText();
            if (words.isBlank()) {
                return true;
            }
            for (; next < markup.runs(); next++) {
                int from = markup.runStart(next);
                int to = markup.runEnd(next);
                if (markup.isBlank(from, to)) {
                    continue;
                }
                if (markup.reads(from, to, words)) {
                    is(from, to);
                    next++;
                    return true;
                }
                if (!markup.read(from, to).isBlank()) {
                    return false;
                }
            }
            return false;
        }

        @Override
        int before(Element element) {
            return start();
        }

        @Override
        int after(Element element) {
            return next < markup.runs() ? markup.runEnd(next) : Integer.MAX_VALUE;
        }
    }
}
