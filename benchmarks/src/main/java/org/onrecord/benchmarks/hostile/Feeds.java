package org.onrecord.benchmarks.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Feeds and sitemaps of sources that are added, of two hosts at the same time. */
final class Feeds {
    private static final String XML = "application/xml";
    private static final String RSS = "<rss version=\"2.0\"><channel><title>a</title>";
    private static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>a</title>";
    private static final String SITEMAP = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    private static final String INDEX = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    private static final int PLAIN_BYTES = 5_200_000;
    private static final int PACKED_MEGABYTES = 51;

    private Feeds() {}

    static List<Attack> attacks() {
        List<Attack> attacks = new ArrayList<>();
        answers()
                .forEach((name, made) -> attacks.add(new Attack("feed, " + name, siege -> {
                    Answer answer = made.get();
                    return siege.caller()
                            .watch(List.of(
                                    siege.sites().put(host(siege, answer), "/feed", answer),
                                    siege.sites().put(host(siege, answer), "/feed", answer)));
                })));
        return attacks;
    }

    /** Whatever else is asked of it, such as the children of an index, is answered the same. */
    private static String host(Siege siege, Answer answer) {
        String host = siege.sites().newHost();
        siege.sites().put(host, "*", answer);
        return host;
    }

    private static Map<String, Supplier<Answer>> answers() {
        Map<String, Supplier<Answer>> feeds = new LinkedHashMap<>();
        feeds.put("packed elements", () -> packed("<rss><channel>", "<a/>"));
        feeds.put("packed by the transport", () -> Answer.gzip(XML, RSS, "<item/>", PACKED_MEGABYTES));
        feeds.put("packed items", () -> packed(RSS, "<item><link>http://a.example/</link></item>"));
        feeds.put("packed entries", () -> packed(ATOM, "<entry><link href='http://a.example/'/></entry>"));
        feeds.put("packed sitemap", () -> packed(SITEMAP, "<url><loc>http://a.example/</loc></url>"));
        feeds.put("packed index", () -> packed(INDEX, "<sitemap><loc>http://a.example/</loc></sitemap>"));
        feeds.put("packed page", () -> packed("<html>", "<p>"));
        feeds.put("packed JSON", () -> packed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[", "{},"));
        feeds.put("packed spaces", () -> packed(RSS, " "));
        feeds.put(
                "a gigabyte of elements",
                () -> Answer.of("Content-Type: " + XML, Answer.packed("<rss>", "<a/>", 1024)));
        feeds.put("items", () -> plain(RSS, "<item/>"));
        feeds.put("elements", () -> plain("<rss><channel>", "<a/>"));
        feeds.put("entries", () -> plain(ATOM, "<entry/>"));
        feeds.put("elements in each other", () -> plain(RSS, "<a>"));
        feeds.put("items in each other", () -> plain(RSS, "<item>"));
        feeds.put("attributes", () -> plain("<rss ", " a='b'"));
        feeds.put("different attributes", () -> numbered("<rss ", "a%d='b' "));
        feeds.put("name spaces", () -> numbered("<rss ", "xmlns:a%d='http://a.example/%<d' "));
        feeds.put("a long attribute", () -> plain("<rss a='", "aaaaaaaa"));
        feeds.put("a long name", () -> plain("<rss><", "aaaaaaaa"));
        feeds.put("a long text", () -> plain(RSS + "<item><title>", "aaaaaaaa"));
        feeds.put("comments", () -> plain(RSS, "<!---->"));
        feeds.put("processing instructions", () -> plain(RSS, "<?a b?>"));
        feeds.put("CDATA", () -> plain(RSS + "<item><title>", "<![CDATA[a]]>"));
        feeds.put(
                "entities",
                () -> plain(
                        "<!DOCTYPE rss [<!ENTITY a \"" + "a".repeat(1_000) + "\"><!ENTITY b \"" + "&a;".repeat(1_000)
                                + "\"><!ENTITY c \"" + "&b;".repeat(1_000) + "\">]><rss><channel><title>&c;</title>",
                        "<item/>"));
        feeds.put(
                "files of ours",
                () -> plain("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a;", " "));
        feeds.put("categories", () -> plain(RSS + "<item>", "<category>a</category>"));
        feeds.put(
                "enclosures",
                () -> plain(RSS + "<item>", "<enclosure url='http://a.example/' length='1' type='a/b'/>"));
        feeds.put("links of an entry", () -> plain(ATOM + "<entry>", "<link href='http://a.example/'/>"));
        feeds.put("people", () -> plain(ATOM + "<entry>", "<author><name>a</name></author>"));
        feeds.put(
                "resources",
                () -> plain(
                        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
                        "<item rdf:about='http://a.example/'/>"));
        feeds.put("URLs", () -> plain(SITEMAP, "<url><loc>http://a.example/</loc></url>"));
        feeds.put("empty URLs", () -> plain(SITEMAP, "<url/>"));
        feeds.put(
                "news",
                () -> plain(
                        SITEMAP + "<url><loc>http://a.example/</loc>",
                        "<n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'/>"));
        feeds.put("sitemaps", () -> numbered(INDEX, "<sitemap><loc>http://HOST/%d.xml</loc></sitemap>"));
        feeds.put("an index of itself", () -> plain(INDEX, "<sitemap><loc>http://HOST/feed</loc></sitemap>"));
        feeds.put("lines", () -> plain("", "http://a.example/\n"));
        feeds.put("one line", () -> plain("http://a.example/", "aaaaaaaa"));
        feeds.put("JSON items", () -> plain("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{}", ",{}"));
        feeds.put("JSON in each other", () -> plain("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":", "["));
        feeds.put("JSON objects in each other", () -> plain("", "{\"a\":"));
        feeds.put("JSON fields", () -> numbered("{\"version\":\"https://jsonfeed.org/version/1\"", ",\"a%d\":1"));
        feeds.put("a long JSON text", () -> plain("{\"version\":\"https://jsonfeed.org/version/1", "aaaaaaaa"));
        feeds.put("a long JSON number", () -> plain("{\"a\":1", "99999999"));
        feeds.put(
                "alternate links",
                () -> numbered("<html><head>", "<link rel=alternate type='application/rss+xml' href='/%d'>"));
        feeds.put("paragraphs", () -> plain("<html><body>", "<p>"));
        feeds.put(
                "UTF-16",
                () -> Answer.of(
                        "Content-Type: " + XML,
                        (RSS + "<item/>".repeat(PLAIN_BYTES / 14)).getBytes(StandardCharsets.UTF_16)));
        return feeds;
    }

    private static Answer packed(String begin, String piece) {
        return Answer.of("Content-Type: application/gzip", Answer.packed(begin, piece, PACKED_MEGABYTES));
    }

    private static Answer plain(String begin, String piece) {
        return named(begin + piece.repeat((PLAIN_BYTES - begin.length()) / piece.length()));
    }

    private static Answer numbered(String begin, String piece) {
        StringBuilder text = new StringBuilder(begin);
        for (int i = 0; text.length() < PLAIN_BYTES - 100; i++) {
            text.append(piece.formatted(i));
        }
        return named(text.toString());
    }

    /** With the host's name wherever it stands. */
    private static Answer named(String text) {
        return (host, out) -> {
            byte[] body = Answer.ascii(text.replace("HOST", host));
            out.write(Answer.head("Content-Type: " + XML + "\r\nContent-Length: " + body.length));
            out.write(body);
        };
    }
}
