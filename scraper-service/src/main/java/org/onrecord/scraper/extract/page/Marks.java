package org.onrecord.scraper.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;

import org.onrecord.contracts.SourceRange;

/** The elements that carry metadata, noted while the page is read, so that nobody has to search the tree for them. */
public final class Marks {
    private static final int MOST_OF_A_KIND = 2_000;

    /**
     * An element and where its start tag stands in the page's HTML.
     */
    public record Placed(Element element, SourceRange tag) {}

    private final List<Element> metas = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> bases = new ArrayList<>();
    private final List<Element> linkedData = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final List<Element> properties = new ArrayList<>();
    private final List<Element> authorLinks = new ArrayList<>();
    private final List<Element> profiles = new ArrayList<>();
    private final List<Placed> bylines = new ArrayList<>();

    /** {@code meta} elements. */
    public List<Element> metas() {
        return metas;
    }

    /** {@code link} elements. */
    public List<Element> links() {
        return links;
    }

    /** {@code base} elements. */
    public List<Element> bases() {
        return bases;
    }

    /** Scripts of JSON-LD. */
    public List<Element> linkedData() {
        return linkedData;
    }

    /** {@code time} elements. */
    public List<Element> times() {
        return times;
    }

    /** Elements with an {@code itemprop}. */
    public List<Element> properties() {
        return properties;
    }

    /** Links whose relation is {@code author}. */
    public List<Element> authorLinks() {
        return authorLinks;
    }

    /** Links to the page of an author. */
    public List<Element> profiles() {
        return profiles;
    }

    /** Inline elements that are named for an author. */
    public List<Placed> bylines() {
        return bylines;
    }

    void noteByline(Element element, SourceRange tag) {
        add(bylines, new Placed(element, tag));
    }

    void note(Element element, String tag) {
        if (element.attributesSize() == 0) {
            return;
        }
        switch (tag) {
            case "meta" -> add(metas, element);
            case "link" -> add(links, element);
            case "base" -> add(bases, element);
            case "time" -> add(times, element);
            case "script" -> {
                if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                    add(linkedData, element);
                }
            }
            case "a" -> {
                if (element.attr("rel").contains("author")) {
                    add(authorLinks, element);
                }
                String address = element.attr("href");
                if (ProfileAddress.isIn(address, 0, address.length())) {
                    add(profiles, element);
                }
            }
            default -> {}
        }
        if (element.attributes().hasKey("itemprop")) {
            add(properties, element);
        }
    }

    private static <T> void add(List<T> elements, T element) {
        if (elements.size() < MOST_OF_A_KIND) {
            elements.add(element);
        }
    }
}
