package org.onrecord.scraper.extract.page;

import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** What HTML's elements mean for the flow of text, as far as their names and attributes tell without a style sheet. */
final class Layout {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "q",
            "rb",
            "rp",
            "rt",
            "rtc",
            "slot",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "output",
            "meter",
            "progress");
    private static final Map<String, Trait> TRAIT_OF_TAG = Map.of(
            "nav", Trait.NAVIGATION,
            "footer", Trait.FOOTER,
            "aside", Trait.SIDEBAR,
            "figcaption", Trait.CAPTION,
            "figure", Trait.CAPTION,
            "button", Trait.NAVIGATION,
            "dialog", Trait.OVERLAY,
            "menu", Trait.NAVIGATION);

    private Layout() {}

    /** Whether the element flows with the text around it. Unknown elements do inside a paragraph only. */
    static boolean isInline(Element element, boolean insideParagraph) {
        String tag = element.normalName();
        if (INLINE.contains(tag)) {
            return true;
        }
        return insideParagraph && (tag.indexOf('-') > 0 || tag.equals("button"));
    }

    static int traitsOfTag(String tag) {
        Trait trait = TRAIT_OF_TAG.get(tag);
        return trait == null ? 0 : trait.bit();
    }

    static boolean isHidden(Attributes attributes) {
        if (attributes.hasKey("hidden")) {
            return true;
        }
        String style = attributes.get("style");
        if (style.isEmpty()) {
            return false;
        }
        String compact = style.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        return compact.contains("display:none") || compact.contains("visibility:hidden");
    }
}
