package org.onrecord.scraper.extract.page;

import java.util.List;

import org.jsoup.nodes.Document;

/**
 * A page as read: the tree, its regions and its blocks of text, both in document order.
 *
 * @param document the tree; not to be changed
 * @param regions every element that may hold text, root first
 * @param blocks every run of text
 * @param marks the elements that carry metadata
 */
public record Page(Document document, List<Region> regions, List<TextBlock> blocks, Marks marks) {

    public Region root() {
        return regions.getFirst();
    }
}
