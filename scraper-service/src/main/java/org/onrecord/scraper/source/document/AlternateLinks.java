package org.onrecord.scraper.source.document;

import java.net.URI;
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

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/x-rss+xml",
            "application/rss",
            "text/rss+xml",
            "text/rss",
            "application/atom+xml",
            "text/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "text/rdf+xml");

    /** Of feeds and of much else, so they count where no link says more; JSON Feed 1 asks for the first. */
    private static final Set<String> VAGUE_TYPES = Set.of("application/json", "application/xml", "text/xml");

    /** Addresses for programs that systems name in the head of every page beside their feeds, or without having any. */
    private static final Pattern OF_PROGRAMS = Pattern.compile("wp-json|oembed|/api/", Pattern.CASE_INSENSITIVE);

    private static final int MOST = 10;

    /** What names a feed, or the address that the feed's is relative to. */
    private static final Pattern TAG = Pattern.compile("<(?:link|base)[\\s/][^<>]{1,2000}>", Pattern.CASE_INSENSITIVE);

    private static final int MOST_TAGS = 500;

    /** What holds text, whatever it looks like, and where it ends (HTML standard, 13.1.2). */
    private static final Pattern TEXT =
            Pattern.compile("<(?:(!--)|(script|style|textarea|title)(?!\\w))", Pattern.CASE_INSENSITIVE);

    private AlternateLinks() {}

    static Document of(byte[] body, Optional<String> contentType, URI url) {
        org.jsoup.nodes.Document tags = Jsoup.parse(tags(PageDecoder.decode(body, contentType)), url.toString());
        List<Element> links = tags.select("link[rel][href]").stream()
                .filter(link -> isAlternate(link) && !isOfComments(link))
                .toList();
        List<String> feeds = addresses(links, FEED_TYPES);
        return new Document.Page(feeds.isEmpty() ? addresses(links, VAGUE_TYPES) : feeds);
    }

    private static List<String> addresses(List<Element> links, Set<String> types) {
        return links.stream()
                .filter(link -> types.contains(type(link)))
                .map(link -> link.absUrl("href"))
                .filter(address -> !address.isEmpty()
                        && (types == FEED_TYPES || !OF_PROGRAMS.matcher(address).find()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String type(Element link) {
        return link.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
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

    /** WordPress names a feed of its readers' comments beside that of its stories; "Comment" is where a paper has its opinions. */
    private static boolean isOfComments(Element link) {
        String words = (link.attr("href") + " " + link.attr("title")).toLowerCase(Locale.ROOT);
        return words.contains("comments");
    }
}
