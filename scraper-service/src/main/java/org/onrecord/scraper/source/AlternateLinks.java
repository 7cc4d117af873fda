package org.onrecord.scraper.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The feeds that a page names in its head, as browsers find them. Pure. */
final class AlternateLinks {

    private static final Set<String> FEED_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    private static final int MOST = 10;

    private AlternateLinks() {}

    static Document of(byte[] body, Optional<String> contentType, URI url) throws IOException {
        String charset = contentType
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("charset=utf-8"))
                .map(type -> "UTF-8")
                .orElse(null);
        List<String> feeds = new ArrayList<>();
        org.jsoup.nodes.Document page = Jsoup.parse(new ByteArrayInputStream(body), charset, url.toString());
        for (Element link : page.select("link[rel~=(?i)\\balternate\\b][href]")) {
            String type = link.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            String feed = link.absUrl("href");
            if (FEED_TYPES.contains(type) && !feed.isEmpty() && !isOfComments(link) && feeds.size() < MOST) {
                feeds.add(feed);
            }
        }
        return new Document.Page(feeds.stream().distinct().toList());
    }

    /** WordPress names a feed of its readers' comments beside that of its stories. */
    private static boolean isOfComments(Element link) {
        String words = (link.attr("href") + " " + link.attr("title")).toLowerCase(Locale.ROOT);
        return words.contains("comment");
    }
}
