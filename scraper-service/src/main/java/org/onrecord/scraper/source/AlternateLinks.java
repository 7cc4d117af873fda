package org.onrecord.scraper.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import org.onrecord.scraper.extract.page.PageDecoder;

/**
 * The feeds that a page names in its head, as browsers find them, without the page being parsed whole. Takes time linear in its
 * length. Pure.
 */
final class AlternateLinks {

    private static final Set<String> FEED_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    private static final int MOST = 10;

    /** What names a feed, or the address that the feed's is relative to. */
    private static final Pattern TAG = Pattern.compile("<(?:link|base)[\\s/][^<>]{1,2000}>", Pattern.CASE_INSENSITIVE);

    private static final int MOST_TAGS = 500;

    /** What holds text, whatever it looks like, and where it ends (HTML standard, 13.1.2). */
    private static final Pattern TEXT =
            Pattern.compile("<(?:(!--)|(script|style|textarea|title)(?!\\w))", Pattern.CASE_INSENSITIVE);

    private AlternateLinks() {}

    static Document of(byte[] body, Optional<String> contentType, URI url) {
        List<String> feeds = new ArrayList<>();
        org.jsoup.nodes.Document tags = Jsoup.parse(tags(PageDecoder.decode(body, contentType)), url.toString());
        for (Element link : tags.select("link[rel][href]")) {
            String type = link.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            String feed = link.absUrl("href");
            if (isAlternate(link)
                    && FEED_TYPES.contains(type)
                    && !feed.isEmpty()
                    && !isOfComments(link)
                    && feeds.size() < MOST) {
                feeds.add(feed);
            }
        }
        return new Document.Page(feeds.stream().distinct().toList());
    }

    /** The page without anything but its first tags of this kind. */
    private static String tags(String html) {
        StringBuilder tags = new StringBuilder();
        Matcher text = TEXT.matcher(html);
        int count = 0;
        for (int from = 0; from >= 0 && count < MOST_TAGS; ) {
            boolean found = text.find(from);
            Matcher tag = TAG.matcher(html).region(from, found ? text.start() : html.length());
            while (count < MOST_TAGS && tag.find()) {
                tags.append(tag.group());
                count++;
            }
            from = found ? afterText(html, text) : -1;
        }
        return tags.toString();
    }

    /** -1 if it never ends. */
    private static int afterText(String html, Matcher text) {
        if (text.group(1) != null) {
            return html.indexOf("-->", text.end());
        }
        String name = text.group(2);
        int end = html.indexOf("</", text.end());
        while (end >= 0 && !html.regionMatches(true, end + 2, name, 0, name.length())) {
            end = html.indexOf("</", end + 2);
        }
        return end;
    }

    /** By code: a selector with a pattern is compiled by another library's rules where that one is on the class path. */
    private static boolean isAlternate(Element link) {
        return Stream.of(link.attr("rel").strip().split("\\s+")).anyMatch("alternate"::equalsIgnoreCase);
    }

    /** WordPress names a feed of its readers' comments beside that of its stories. */
    private static boolean isOfComments(Element link) {
        String words = (link.attr("href") + " " + link.attr("title")).toLowerCase(Locale.ROOT);
        return words.contains("comment");
    }
}
