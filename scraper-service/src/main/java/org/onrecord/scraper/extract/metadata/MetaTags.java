package org.onrecord.scraper.extract.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;

import org.onrecord.scraper.extract.page.Words;

/** What the page's {@code meta} elements say, by lower-case name or property. */
public final class MetaTags {
    /** Longer is data for other purposes. */
    private static final int LONGEST_CONTENT = 10_000;

    private final Map<String, List<String>> values = new HashMap<>();

    MetaTags(List<Element> metas) {
        for (Element meta : metas) {
            String content = Words.clean(Words.beginning(meta.attr("content"), LONGEST_CONTENT));
            if (!content.isEmpty()) {
                add(meta.attr("property"), content);
                add(meta.attr("name"), content);
                add(meta.attr("itemprop"), content);
            }
        }
    }

    private void add(String names, String content) {
        if (!names.isEmpty()) {
            values.computeIfAbsent(names.trim().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(content);
        }
    }

    /** Every value under the name, in document order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value under the first of the names that has one. */
    public Optional<String> first(String... names) {
        for (String name : names) {
            List<String> found = all(name);
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }
}
