package org.onrecord.scraper.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Each kind of document as sites publish it, and what only looks like one. */
class DocumentReaderTest {

    private static final URI URL = URI.create("https://news.example.org/file");
    private static final int MAX_BYTES = 5_000_000;

    private final DocumentReader reader = new DocumentReader(new ObjectMapper(), MAX_BYTES);

    @Test
    void rss2() {
        Document document = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- made by hand -->
                <rss version="2.0"><channel><title>Harbour Post</title><link>https://news.example.org/</link>
                  <description>News</description><ttl>15</ttl>
                  <item><title>Ferry</title><link>https://news.example.org/ferry</link>
                    <pubDate>Wed, 25 Nov 2026 06:00:00 GMT</pubDate></item>
                  <item><title>Quay</title><guid>https://news.example.org/quay</guid></item>
                  <item><title>No address</title><guid isPermaLink="false">17</guid></item>
                </channel></rss>
                """);

        assertThat(document)
                .isEqualTo(new Document.Feed(
                        ChannelKind.RSS,
                        List.of(
                                new Entry(
                                        "https://news.example.org/ferry", at("2026-11-25T06:00:00Z"), Optional.empty()),
                                new Entry("https://news.example.org/quay", Optional.empty(), Optional.empty())),
                        Optional.of(Duration.ofMinutes(15))));
    }

    @Test
    void rss1() {
        assertThat(urls(read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://news.example.org/"><title>T</title>
                    <link>https://news.example.org/</link><description>D</description></channel>
                  <item rdf:about="https://news.example.org/ferry"><title>Ferry</title>
                    <link>https://news.example.org/ferry</link><dc:date>2026-11-25T06:00:00Z</dc:date></item>
                </rdf:RDF>
                """))).containsExactly("https://news.example.org/ferry");
    }

    @Test
    void atomTellsWhenAPageWasChanged() {
        Document document = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id><updated>2026-11-25T07:00:00Z</updated>
                  <entry><title>Ferry</title><id>urn:y</id>
                    <link rel="self" href="https://news.example.org/ferry.atom"/>
                    <link rel="alternate" href="https://news.example.org/ferry"/>
                    <published>2026-11-25T06:00:00Z</published><updated>2026-11-25T07:00:00Z</updated></entry></feed>
                """);

        assertThat(document)
                .isEqualTo(new Document.Feed(
                        ChannelKind.ATOM,
                        List.of(new Entry(
                                "https://news.example.org/ferry",
                                at("2026-11-25T06:00:00Z"),
                                at("2026-11-25T07:00:00Z"))),
                        Optional.empty()));
    }

    @Test
    void jsonFeed() {
        Document document = read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
                  {"id": "1", "url": "https://news.example.org/ferry", "date_published": "2026-11-25T06:00:00+01:00"},
                  {"id": "https://news.example.org/quay", "date_published": "yesterday"}]}
                """);

        assertThat(document)
                .isEqualTo(new Document.Feed(
                        ChannelKind.JSON_FEED,
                        List.of(
                                new Entry(
                                        "https://news.example.org/ferry", at("2026-11-25T05:00:00Z"), Optional.empty()),
                                new Entry("https://news.example.org/quay", Optional.empty(), Optional.empty())),
                        Optional.empty()));
    }

    @Test
    void aNewsSitemapTellsOfPublicationAndChange() {
        Document document = read("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                  <url><loc>https://news.example.org/ferry</loc><lastmod>2026-11-25T07:00:00Z</lastmod>
                    <news:news><news:publication><news:name>N</news:name><news:language>en</news:language></news:publication>
                      <news:publication_date>2026-11-25T06:00:00Z</news:publication_date><news:title>Ferry</news:title>
                    </news:news></url>
                  <url><loc>https://news.example.org/about</loc></url></urlset>
                """);

        assertThat(document)
                .isEqualTo(new Document.Sitemap(List.of(
                        new Entry(
                                "https://news.example.org/ferry",
                                at("2026-11-25T06:00:00Z"),
                                at("2026-11-25T07:00:00Z")),
                        new Entry("https://news.example.org/about", Optional.empty(), Optional.empty()))));
    }

    @Test
    void anIndexOfSitemaps() {
        assertThat(read("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <sitemap><loc>https://news.example.org/2026-11.xml.gz</loc><lastmod>2026-11-25T07:00:00Z</lastmod></sitemap>
                </sitemapindex>
                """))
                .isEqualTo(new Document.SitemapIndex(List.of(
                        new Document.Child("https://news.example.org/2026-11.xml.gz", at("2026-11-25T07:00:00Z")))));
    }

    @Test
    void aSitemapOfPlainLines() {
        assertThat(urls(read("https://news.example.org/ferry\nhttps://news.example.org/quay\n")))
                .containsExactly("https://news.example.org/ferry", "https://news.example.org/quay");
    }

    @Test
    void aPageNamesItsFeedsButNotThatOfItsComments() {
        assertThat(read("""
                <!DOCTYPE html><html><head>
                  <link rel="alternate" type="application/rss+xml" href="/feed/">
                  <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
                  <link rel="alternate" hreflang="de" href="/de/">
                  <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="atom.xml">
                </head><body>News</body></html>
                """))
                .isEqualTo(new Document.Page(
                        List.of("https://news.example.org/feed/", "https://news.example.org/atom.xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkAndTheCharsetItSpeaksOf(String charset) {
        String feed = "\uFEFF<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Přívoz</title>"
                + "<link>https://news.example.org/</link><description>d</description>"
                + "<item><link>https://news.example.org/ferry</link></item></channel></rss>";

        assertThat(urls(reader.read(feed.getBytes(Charset.forName(charset)), Optional.empty(), URL)))
                .containsExactly("https://news.example.org/ferry");
    }

    @Test
    void aSitemapOfThreeMegabytesFromFiftyKilobytesIsReadAndALargerOneIsNot() throws IOException {
        byte[] small = gzip(sitemap(38_000));
        byte[] large = gzip(sitemap(100_000));

        assertThat(small.length).isLessThan(400_000);
        assertThat(urls(reader.read(small, Optional.of("application/gzip"), URL)))
                .hasSize(38_000);
        assertThat(reader.read(large, Optional.of("application/gzip"), URL))
                .isEqualTo(new Document.Unreadable("unpacked, it is over 5,000,000 bytes"));
    }

    @Test
    void aBombOfZerosEndsAtTheCap() throws IOException {
        byte[] bomb = gzip(" ".repeat(200_000_000));

        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(reader.read(bomb, Optional.empty(), URL)).isInstanceOf(Document.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Of a file on this machine.
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title>"
                        + "<item><link>https://a.example/&x;</link></item></channel></rss>",
                "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://a.example/&x;</loc>"
                        + "</url></urlset>",
                // A billion laughs.
                "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                        + "<rss version=\"2.0\"><channel><title>&d;</title></channel></rss>",
                "<rss version=\"2.0\"><channel><title>cut",
                "<rss/>",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>cut",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [",
                "{\"version\": \"2\"}"
            })
    void whatIsNoDocumentSaysWhy(String text) {
        Document document = read(text);

        switch (document) {
            case Document.Unreadable unreadable -> assertThat(unreadable.why()).isNotBlank();
            case Document.Listing listing -> assertThat(listing.entries()).isEmpty();
            default -> throw new AssertionError(document);
        }
    }

    @Test
    void deepNestingEndsInBoundedTime() {
        String deep = "<rss version=\"2.0\"><channel>" + "<a>".repeat(400_000);

        assertTimeoutPreemptively(
                Eventually.WITHIN, () -> assertThat(read(deep)).isInstanceOf(Document.Unreadable.class));
    }

    private Document read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), URL);
    }

    private static List<String> urls(Document document) {
        assertThat(document).isInstanceOf(Document.Listing.class);
        return ((Document.Listing) document).entries().stream().map(Entry::url).toList();
    }

    private static String sitemap(int pages) {
        StringBuilder sitemap = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (int i = 0; i < pages; i++) {
            sitemap.append("<url><loc>https://news.example.org/ferry/")
                    .append(i)
                    .append("</loc></url>\n");
        }
        return sitemap.append("</urlset>").toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Optional<Instant> at(String time) {
        return Optional.of(Instant.parse(time));
    }
}
