package org.onrecord.scraper.rights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The few words of a page that tell of its rights, found without parsing it whole: whether a page may be kept has to be known
 * before anything is done with it. Takes time linear in the page's length.
 */
final class PageHead {

    private static final Pattern META = Pattern.compile("<meta\\s[^<>]{1,2000}>", Pattern.CASE_INSENSITIVE);
    /** Of schema.org, in JSON-LD: a boolean, its name as a text, or its URL. */
    private static final Pattern FOR_FREE = Pattern.compile(
            "\"isAccessibleForFree\"\\s{0,20}:\\s{0,20}\"?(?:https?://schema\\.org/)?(true|false)",
            Pattern.CASE_INSENSITIVE);

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final int MOST_METAS = 500;

    private final List<Element> metas;
    private final Optional<Boolean> accessibleForFree;

    private PageHead(List<Element> metas, Optional<Boolean> accessibleForFree) {
        this.metas = metas;
        this.accessibleForFree = accessibleForFree;
    }

    /** @param page in any charset that has ASCII's letters */
    static PageHead of(byte[] page) {
        String html = withoutComments(new String(page, StandardCharsets.ISO_8859_1));
        StringBuilder found = new StringBuilder();
        Matcher meta = META.matcher(html);
        for (int i = 0; i < MOST_METAS && meta.find(); i++) {
            found.append(meta.group());
        }
        return new PageHead(
                found.isEmpty() ? List.of() : Jsoup.parse(found.toString()).select("meta"), accessibleForFree(html));
    }

    /** The contents of the meta elements of this name, in their order. */
    List<String> contents(String name) {
        return metas.stream()
                .filter(meta -> meta.attr("name").strip().equalsIgnoreCase(name))
                .map(meta -> meta.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .toList();
    }

    Optional<Boolean> accessibleForFree() {
        return accessibleForFree;
    }

    /** A page that calls a part of itself not free is behind a paywall. */
    private static Optional<Boolean> accessibleForFree(String html) {
        Optional<Boolean> free = Optional.empty();
        Matcher mark = FOR_FREE.matcher(html);
        while (mark.find()) {
            if (mark.group(1).equalsIgnoreCase("false")) {
                return Optional.of(false);
            }
            free = Optional.of(true);
        }
        return free;
    }

    private static String withoutComments(String html) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int open = html.indexOf(COMMENT); open >= 0; open = html.indexOf(COMMENT, from)) {
            int close = html.indexOf(COMMENT_END, open + COMMENT.length());
            if (close < 0) {
                break;
            }
            rest.append(html, from, open);
            from = close + COMMENT_END.length();
        }
        return from == 0 ? html : rest.append(html, from, html.length()).toString();
    }
}
