package org.onrecord.scraper.extract.page;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.SourceRange;

/** Collects text between block boundaries, and tells how much of it is linked, bold or italic. */
final class BlockBuilder {
    /** Each is judged by some thousand comparisons; the longest live blogs have a few thousand. */
    static final int MOST_BLOCKS = 50_000;

    private final TextPlaces places;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final InlineQuotes quotes = new InlineQuotes();
    private Region region;
    private int linkDepth;
    private int strongDepth;
    private int emphasisDepth;
    private int links;
    private int linkWords;
    private int strongWords;
    private int emphasisWords;
    private int sourceStart = -1;
    private int sourceEnd;
    private boolean pendingBreak;
    private boolean proseSeen;

    BlockBuilder(TextPlaces places) {
        this.places = places;
    }

    List<TextBlock> blocks() {
        return List.copyOf(blocks);
    }

    int count() {
        return blocks.size();
    }

    void enter(Region entered) {
        region = entered;
    }

    boolean insideParagraph() {
        return region != null && region.tag().equals("p");
    }

    /** Whether a sentence has begun that may go on: text of its own, not a link's or a button's. */
    boolean insideText() {
        return Words.count(text) >= 2;
    }

    void openInline(Element element, String tag) {
        switch (tag) {
            case "a" -> {
                linkDepth++;
                links++;
            }
            case "b", "strong" -> strongDepth++;
            case "i", "em", "cite" -> emphasisDepth++;
            case "q" -> quotes.open();
            default -> {}
        }
    }

    void closeInline(Element element) {
        switch (element.normalName()) {
            case "a" -> linkDepth--;
            case "b", "strong" -> strongDepth--;
            case "i", "em", "cite" -> emphasisDepth--;
            case "q" -> quotes.close(text);
            default -> {}
        }
    }

    void text(TextNode node) {
        String whole = node.getWholeText();
        int from = quotes.before(whole, text);
        int before = text.length();
        Words.append(text, from == 0 ? whole : whole.substring(from));
        if (text.length() == before || text.length() == before + 1 && text.charAt(before) == ' ') {
            return;
        }
        pendingBreak = false;
        if (sourceStart < 0) {
            sourceStart = places.start();
        }
        sourceEnd = places.end();
        if (linkDepth > 0 || strongDepth > 0 || emphasisDepth > 0) {
            int words = Words.count(text, before);
            linkWords += linkDepth > 0 ? words : 0;
            strongWords += strongDepth > 0 ? words : 0;
            emphasisWords += emphasisDepth > 0 ? words : 0;
        }
    }

    /**
     * One {@code br} is a space, two in a row a boundary. Before the first paragraph lines are headlines, bylines and dates,
     * and one is enough.
     */
    void lineBreak() {
        if (pendingBreak || !proseSeen) {
            boundary();
        } else {
            Words.append(text, " ");
            pendingBreak = true;
        }
    }

    void boundaryIf(boolean condition) {
        if (condition) {
            boundary();
        }
    }

    void boundary() {
        String words = Words.trimmed(text);
        if (!words.isEmpty() && region != null) {
            int level = headingLevel(region);
            TextBlock block = new TextBlock(
                    blocks.size(),
                    region,
                    level > 0 ? BlockKind.HEADING : kind(region),
                    level,
                    words,
                    Words.count(words),
                    linkWords,
                    strongWords,
                    emphasisWords,
                    links,
                    new SourceRange(sourceStart, sourceEnd));
            if (blocks.size() == MOST_BLOCKS) {
                throw new TooManyNodesException(MOST_BLOCKS, "blocks of text");
            }
            blocks.add(block);
            proseSeen |= block.isRunningText();
            region.addBlock(block);
        }
        text.setLength(0);
        links = linkDepth > 0 ? 1 : 0;
        linkWords = 0;
        strongWords = 0;
        emphasisWords = 0;
        sourceStart = -1;
        pendingBreak = false;
    }

    private static int headingLevel(Region region) {
        Region at = region;
        for (int up = 0; up < 3 && at != null; up++, at = at.parent()) {
            String tag = at.tag();
            if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6') {
                return tag.charAt(1) - '0';
            }
        }
        return 0;
    }

    private static BlockKind kind(Region region) {
        for (Region at = region; at != null; at = at.parent()) {
            switch (at.tag()) {
                case "blockquote" -> {
                    return BlockKind.BLOCK_QUOTE;
                }
                case "li", "dt", "dd" -> {
                    return BlockKind.LIST_ITEM;
                }
                case "pre" -> {
                    return BlockKind.PREFORMATTED;
                }
                case "tr" -> {
                    return BlockKind.TABLE_ROW;
                }
                case "article", "main", "section", "body", "table" -> {
                    return BlockKind.PARAGRAPH;
                }
                default -> {}
            }
        }
        return BlockKind.PARAGRAPH;
    }
}
