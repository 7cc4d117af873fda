package org.onrecord.scraper.extract.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Tells elements that may hold a name from those that hold half of the page: thousands of elements can be nested in each
 * other, and each can call itself the author.
 */
final class Brief implements NodeFilter {
    private static final int MOST_NODES = 500;
    private static final int MOST_CHARACTERS = 10_000;

    private int nodes;
    private int characters;

    private Brief() {}

    static boolean is(Element element) {
        return new Brief().fits(element);
    }

    private boolean fits(Element element) {
        element.filter(this);
        return nodes <= MOST_NODES && characters <= MOST_CHARACTERS;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        nodes++;
        characters += node instanceof TextNode text ? text.getWholeText().length() : 0;
        return nodes > MOST_NODES || characters > MOST_CHARACTERS ? FilterResult.STOP : FilterResult.CONTINUE;
    }
}
