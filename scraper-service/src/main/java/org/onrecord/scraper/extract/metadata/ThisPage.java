package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Words;

/**
 * What tells this page from the others that its data speak of: its addresses and its headlines.
 *
 * @param addresses host and path, as it was fetched and as it declares itself
 * @param headlines its title and main headings, as words
 */
record ThisPage(Set<String> addresses, List<WordBag> headlines) {
    private static final double SAME_STORY = 0.6;
    private static final int LONGEST_HEADLINE = 1_000;
    private static final int MOST_HEADLINES = 8;
    private static final Pattern SAME_SITE = Pattern.compile("^(?:www|m|amp)\\.");

    static ThisPage of(Page page, MetaTags meta, Optional<URI> url) {
        Set<String> addresses = new HashSet<>();
        url.map(URI::toString).map(ThisPage::address).ifPresent(addresses::add);
        for (Element link : page.marks().links()) {
            if (link.attr("rel").equalsIgnoreCase("canonical")) {
                addresses.add(address(link.attr("href")));
            }
        }
        meta.first("og:url").map(ThisPage::address).ifPresent(addresses::add);
        addresses.remove("");
        List<WordBag> headlines = new ArrayList<>();
        add(headlines, page.document().title());
        meta.first("og:title").ifPresent(title -> add(headlines, title));
        for (TextBlock block : page.blocks()) {
            if (block.headingLevel() == 1 && headlines.size() < MOST_HEADLINES) {
                add(headlines, block.text());
            }
        }
        return new ThisPage(addresses, headlines);
    }

    private static void add(List<WordBag> headlines, String headline) {
        String words = Likeness.normalised(Words.beginning(headline, LONGEST_HEADLINE));
        if (!words.isEmpty()) {
            headlines.add(WordBag.of(words));
        }
    }

    boolean isAt(String address) {
        // The updates of a live blog are parts of its page.
        return address.indexOf('#') < 0 && addresses.contains(address(address));
    }

    boolean isCalled(String headline) {
        WordBag words = WordBag.of(Likeness.normalised(Words.beginning(headline, LONGEST_HEADLINE)));
        return headlines.stream().anyMatch(own -> own.likeness(words) > SAME_STORY);
    }

    /** Host and path, without what differs between the addresses of one page. */
    private static String address(String url) {
        try {
            URI uri = new URI(url.strip());
            String path = uri.getPath() == null ? "" : withoutSlashes(uri.getPath());
            String host = uri.getHost() == null
                    ? ""
                    : SAME_SITE.matcher(uri.getHost()).replaceFirst("");
            return path.isEmpty() ? "" : host + path;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
