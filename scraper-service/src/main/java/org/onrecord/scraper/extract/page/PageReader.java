package org.onrecord.scraper.extract.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

import org.onrecord.contracts.SourceRange;
import org.onrecord.scraper.extract.limit.OutOfTimeException;

/** Characters to a {@link Page}: one parse and one pass over the tree. */
public final class PageReader implements NodeVisitor {
    /** Deeper elements are read as siblings; browsers stop at 512 too. */
    private static final int MAX_DEPTH = 512;

    /** Many times those of the longest articles; a tree of so many takes up to 100 MB, and two are read at once. */
    public static final int MAX_NODES = 200_000;

    /** With fewer words of prose a page shows next to nothing without scripts. */
    private static final int FEWEST_WORDS = 25;

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "canvas",
            "video",
            "audio",
            "select",
            "textarea",
            "datalist",
            "head",
            "math",
            "map");

    private final List<Region> regions = new ArrayList<>();
    private final Marks marks = new Marks();
    private final TextPlaces places;
    private final BlockBuilder builder;
    private final KnownNames names = new KnownNames();
    private final boolean withoutScripts;
    private Region region;
    private int skippedBelow = -1;
    private int opaqueBelow = -1;
    private boolean placed = true;

    private PageReader(TextPlaces places, boolean withoutScripts) {
        this.places = places;
        this.withoutScripts = withoutScripts;
        this.builder = new BlockBuilder(places);
    }

    /**
     * Reads HTML; anything at all is read as some page.
     *
     * @throws TooManyNodesException if it has more than {@value #MAX_NODES} nodes, or too many blocks of text
     */
    public static Page read(String html) {
        return read(html, MAX_NODES);
    }

    /** @param mostNodes elements, texts, comments, and attributes at two for one */
    public static Page read(String html, int mostNodes) {
        Markup markup = Markup.of(html);
        if (markup.runs() > 0) {
            Document document = parse(markup, new TreeBound(mostNodes), false);
            PageReader reader = new PageReader(TextPlaces.ofRuns(markup), false);
            Page page = reader.page(document);
            if (reader.placed && !isBare(page)) {
                return page;
            }
        }
        Document document = parse(markup, new TreeBound(mostNodes), true);
        Page page = new PageReader(TextPlaces.tracked(markup), false).page(document);
        return isBare(page) ? new PageReader(TextPlaces.tracked(markup), true).page(document) : page;
    }

    private static boolean isBare(Page page) {
        return page.root().proseWords() < FEWEST_WORDS && page.document().selectFirst("body noscript") != null;
    }

    private Page page(Document document) {
        NodeTraversor.traverse(this, document);
        if (regions.isEmpty()) {
            regions.add(new Region(document.body(), null, 0, 0));
        }
        return new Page(document, List.copyOf(regions), builder.blocks(), marks);
    }

    /** Streamed only so that the bound sees the tree while it grows. */
    private static Document parse(Markup markup, TreeBound bound, boolean tracked) {
        Parser parser = bound.parser().setTrackPosition(tracked).setMaxDepth(MAX_DEPTH);
        try (StreamParser stream = new StreamParser(parser).parse(markup.kept(bound), "")) {
            bound.watch(stream.document());
            return stream.complete();
        } catch (IOException e) {
            throw new UncheckedIOException("a page in memory cannot fail to be read", e);
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            OutOfTimeException.throwIfInterrupted();
            String tag = element.normalName();
            marks.note(element, tag);
            if (opaqueBelow < 0 && Markup.OPAQUE.contains(tag)) {
                opaqueBelow = depth;
            }
            if (skippedBelow < 0) {
                open(element, depth);
            }
        } else if (node instanceof TextNode text) {
            placed &= opaqueBelow >= 0 && skippedBelow >= 0 || places.reach(text);
            if (skippedBelow < 0) {
                builder.text(text);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (opaqueBelow == depth) {
            opaqueBelow = -1;
        }
        if (skippedBelow >= 0 && depth > skippedBelow) {
            return;
        }
        if (skippedBelow == depth) {
            skippedBelow = -1;
            return;
        }
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void open(Element element, int depth) {
        String tag = element.normalName();
        if (SKIPPED.contains(tag) && !isShown(element, tag)) {
            builder.boundaryIf(!tag.equals("noscript") && !tag.equals("script"));
            skippedBelow = depth;
            return;
        }
        switch (tag) {
            case "br" -> builder.lineBreak();
            case "img", "picture" -> countImage();
            case "input" -> countField();
            default -> {
                if (Layout.isInline(element, builder.insideParagraph() || isWithinText(tag))) {
                    if (isHiddenInLine(element, tag)) {
                        skippedBelow = depth;
                        return;
                    }
                    builder.openInline(element, tag);
                    if (element.attributesSize() > 0 && (named(element.className()) & Trait.BYLINE.bit()) != 0) {
                        marks.noteByline(element, new SourceRange(places.before(element), places.after(element)));
                    }
                    if (tag.equals("a") && region != null) {
                        region.countLink();
                    }
                } else {
                    openRegion(element);
                }
            }
        }
    }

    /** What scripts alone would show: a declarative shadow root, and what stands in for them if nothing else does. */
    private boolean isShown(Element element, String tag) {
        return tag.equals("template") && element.hasAttr("shadowrootmode") || tag.equals("noscript") && withoutScripts;
    }

    /** Elements of a site's own flow with the text that has begun around them, in whatever box. */
    private boolean isWithinText(String tag) {
        return tag.indexOf('-') > 0 && builder.insideText();
    }

    /** A hidden part of a line, or an advertisement's label in it: the line goes on without it. */
    private boolean isHiddenInLine(Element element, String tag) {
        if (element.attributesSize() == 0 || region == null) {
            return false;
        }
        Attributes attributes = element.attributes();
        if (Layout.isHidden(attributes)) {
            return true;
        }
        int traits = named(attributes.get("class"));
        boolean label = (traits & Trait.ADVERTISEMENT.bit()) != 0 && !tag.equals("a") && builder.insideText();
        return (traits & Trait.HIDDEN.bit()) != 0 || label;
    }

    private void countImage() {
        if (region != null) {
            region.countImage();
        }
    }

    private void countField() {
        if (region != null) {
            region.countField();
        }
    }

    private void openRegion(Element element) {
        if (region == null
                && !element.normalName().equals("body")
                && !element.normalName().equals("frameset")) {
            return;
        }
        builder.boundary();
        region = new Region(element, region, regions.size(), traits(element));
        regions.add(region);
        builder.enter(region);
        region.opensAt(builder.count());
    }

    private void close(Element element) {
        if (region != null && region.element() == element) {
            builder.boundary();
            region.closesAt(builder.count());
            region = region.parent();
            builder.enter(region);
        } else {
            builder.closeInline(element);
        }
    }

    private int traits(Element element) {
        int bits = Layout.traitsOfTag(element.normalName());
        if (element.attributesSize() == 0) {
            return bits;
        }
        Attributes attributes = element.attributes();
        bits |= named(attributes.get("class"))
                | named(attributes.get("id"))
                | named(attributes.get("role"))
                | named(attributes.get("itemprop"))
                | named(attributes.get("data-component"))
                | named(attributes.get("data-testid"));
        // What is hidden from readers who have not subscribed is the article.
        boolean behindWall = (bits & Trait.PAYWALL.bit()) != 0;
        return Layout.isHidden(attributes) && !behindWall ? bits | Trait.HIDDEN.bit() : bits;
    }

    private int named(String named) {
        return named.isEmpty() ? 0 : names.traits(named);
    }
}
