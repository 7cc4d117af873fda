package org.onrecord.scraper.extract.page;

import org.jsoup.nodes.Element;

/**
 * One element of the page with what stands below it. Filled by {@link PageReader} in one pass: the way down in the
 * element's start, the sums in its end.
 */
public final class Region {
    private final Element element;
    private final Region parent;
    private final int order;
    private final int depth;
    private final int traits;
    private String make;
    private int words;
    private int linkWords;
    private int links;
    private int images;
    private int fields;
    private int paragraphs;
    private int proseWords;
    private int firstBlock;
    private int blockEnd;

    Region(Element element, Region parent, int order, int traits) {
        this.element = element;
        this.parent = parent;
        this.order = order;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.traits = traits;
    }

    public Element element() {
        return element;
    }

    /** Its tag and class and those of the region around it: paragraphs of one article are of one make. */
    public String make() {
        if (make == null) {
            String own = tag() + "." + element.className();
            make = parent == null ? own : own + "<" + parent.tag() + "." + parent.element.className();
        }
        return make;
    }

    /** The region around it; null for the root. */
    public Region parent() {
        return parent;
    }

    /** Its place among all regions in document order. */
    public int order() {
        return order;
    }

    public int depth() {
        return depth;
    }

    public String tag() {
        return element.normalName();
    }

    public boolean has(Trait trait) {
        return (traits & trait.bit()) != 0;
    }

    /** Every trait it has, as {@link Trait#bit()}s. */
    public int traits() {
        return traits;
    }

    /** Words of text below it. */
    public int words() {
        return words;
    }

    /** Words below it that are part of a link. */
    public int linkWords() {
        return linkWords;
    }

    public int links() {
        return links;
    }

    public int images() {
        return images;
    }

    /** Inputs, selects and text areas below it. */
    public int fields() {
        return fields;
    }

    /** Blocks of running text below it. */
    public int paragraphs() {
        return paragraphs;
    }

    /** Words of those blocks. */
    public int proseWords() {
        return proseWords;
    }

    /** Index of the first block below it. */
    public int firstBlock() {
        return firstBlock;
    }

    /** One past the index of the last block below it. */
    public int blockEnd() {
        return blockEnd;
    }

    public double linkDensity() {
        return words == 0 ? 0 : (double) linkWords / words;
    }

    /** Whether it is the other region or stands around it. */
    public boolean encloses(Region other) {
        Region at = other;
        while (at != null && at.order > order) {
            at = at.parent;
        }
        return at == this;
    }

    void opensAt(int block) {
        firstBlock = block;
    }

    void closesAt(int block) {
        blockEnd = block;
        if (parent != null) {
            parent.words += words;
            parent.linkWords += linkWords;
            parent.links += links;
            parent.images += images;
            parent.fields += fields;
            parent.paragraphs += paragraphs;
            parent.proseWords += proseWords;
        }
    }

    void addBlock(TextBlock block) {
        words += block.words();
        linkWords += block.linkWords();
        if (block.isRunningText()) {
            paragraphs++;
            proseWords += block.words();
        }
    }

    void countLink() {
        links++;
    }

    void countImage() {
        images++;
    }

    void countField() {
        fields++;
    }
}
