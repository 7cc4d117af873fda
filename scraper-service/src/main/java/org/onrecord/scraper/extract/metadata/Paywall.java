package org.onrecord.scraper.extract.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.scraper.extract.page.Page;

/**
 * Tells whether a page gave only the beginning of an article that is sold: by what it says of its paywall (schema.org's
 * {@code isAccessibleForFree}, with {@code cssSelector} for the part that is not free, and {@code wordCount}), and by whether that
 * part is among what was read. A page may say that it is sold and be read whole. Pure.
 */
public final class Paywall {

    /** The name in an article's evidence of why it is thought to be a part. */
    public static final String PARTIAL = "partial";

    private static final String FREE = "isAccessibleForFree";

    /** Names, classes and ids, one within the other. */
    private static final Pattern SELECTOR = Pattern.compile("[\\w.#\\s>,-]{1,200}");

    private static final int MOST_SELECTORS = 10;
    private static final int MOST_ELEMENTS = 20;
    private static final int MOST_PARAGRAPHS = 100;

    /** Of a paragraph, enough to find it again. */
    private static final int BEGINNING = 60;

    /** Of sold text that was read: no teaser has as much. */
    private static final int MUCH = 1_000;
    /** Of sold text beside a free beginning. */
    private static final int SOME = 200;

    /** Shorter than nearly every article, and longer than most teasers. */
    private static final int SHORT = 1_500;

    private static final Set<String> SOLD_TIERS = Set.of("locked", "metered");

    private Paywall() {}

    /**
     * What tells that the article is a part; empty if nothing does.
     *
     * @param text what was read of it
     * @param removed what stood beside it
     */
    public static Optional<String> partial(Page page, String text, List<RemovedBlock> removed) {
        boolean asked = removed.stream().anyMatch(block -> block.reason() == RemovalReason.PAYWALL_PROMPT);
        List<Element> scripts = page.marks().linkedData().stream()
                .filter(script -> script.data().contains(FREE))
                .toList();
        List<JsonNode> objects = JsonLd.objects(scripts);
        List<JsonNode> sold = objects.stream().filter(Paywall::isSold).toList();
        if (sold.isEmpty()) {
            boolean saysSo = isSoldByMarks(page);
            return text.length() < SHORT && (asked || saysSo)
                    ? Optional.of(saysSo ? "meta" : "paywall-prompt")
                    : Optional.empty();
        }
        Optional<Integer> words = objects.stream()
                .map(object -> object.path("wordCount").asInt(0))
                .filter(count -> count > 0)
                .findFirst();
        List<String> selectors =
                sold.stream().flatMap(Paywall::selectors).limit(MOST_SELECTORS).toList();
        boolean whole = words.map(count -> text.split("\\s+").length >= 0.8 * count)
                .orElseGet(() -> selectors.isEmpty()
                        ? text.length() >= SHORT && !asked
                        : isRead(soldText(page, selectors), text));
        return whole ? Optional.empty() : Optional.of("json-ld");
    }

    /** A boolean, its name as a text, or its URL. */
    private static boolean isSold(JsonNode object) {
        JsonNode free = object.path(FREE);
        return free.isValueNode() && free.asText().toLowerCase(Locale.ROOT).endsWith("false");
    }

    private static boolean isSoldByMarks(Page page) {
        return Stream.concat(page.marks().metas().stream(), page.marks().properties().stream())
                .anyMatch(mark -> mark.attr("itemprop").equals(FREE)
                                && (mark.attr("content") + mark.attr("href"))
                                        .toLowerCase(Locale.ROOT)
                                        .endsWith("false")
                        || mark.attr("property").equals("article:content_tier")
                                && SOLD_TIERS.contains(
                                        mark.attr("content").strip().toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> selectors(JsonNode sold) {
        JsonNode selector = sold.path("cssSelector");
        List<String> selectors = new ArrayList<>();
        (selector.isArray() ? selector : List.of(selector))
                .forEach(node -> selectors.add(node.asText().strip()));
        return selectors.stream().filter(text -> SELECTOR.matcher(text).matches());
    }

    private static List<String> soldText(Page page, List<String> selectors) {
        return selectors.stream()
                .flatMap(selector -> selected(page, selector).stream())
                .distinct()
                .limit(MOST_ELEMENTS)
                .flatMap(Paywall::paragraphs)
                .distinct()
                .limit(MOST_PARAGRAPHS)
                .toList();
    }

    private static List<Element> selected(Page page, String selector) {
        try {
            return page.document().select(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Stream<String> paragraphs(Element element) {
        List<Element> paragraphs = element.getElementsByTag("p");
        return (paragraphs.isEmpty() ? List.of(element) : paragraphs)
                .stream().limit(MOST_PARAGRAPHS).map(Element::text);
    }

    private static boolean isRead(List<String> sold, String text) {
        String flat = text.replaceAll("\\s+", " ");
        int read = sold.stream()
                .filter(paragraph -> !paragraph.isBlank()
                        && flat.contains(paragraph.substring(0, Math.min(BEGINNING, paragraph.length()))))
                .mapToInt(String::length)
                .sum();
        return read >= MUCH || read >= SOME && read < 0.8 * flat.length();
    }
}
