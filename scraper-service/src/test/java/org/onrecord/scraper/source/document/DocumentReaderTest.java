package org.onrecord.scraper.source.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Each kind of document as sites publish it, and what only looks like one. */
class DocumentReaderTest {

    private static final URI URL = URI.create("https://news.example.org/file");
    private static final int MAX_BYTES = 5_000_000;

    private final DocumentReader reader = new DocumentReader(MAX_BYTES);

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Atom whose elements have a prefix.
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:link href='https://news.example.org/ferry'/></a:entry>"
                        + "</a:feed>",
                // RSS 1.0 whose default namespace is that of RDF.
                "<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:r='http://purl.org/rss/1.0/'><r:channel/>"
                        + "<r:item about='x'><r:link>https://news.example.org/ferry</r:link></r:item></RDF>",
                // RSS 0.90, and an item that names its page in its tag alone.
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
                        + "<channel/><item rdf:about='https://news.example.org/ferry'><title>Ferry</title></item></rdf:RDF>",
                // RSS 0.91 with the document type that it asks for.
                "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'"
                        + " 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><item>"
                        + "<link>https://news.example.org/ferry</link></item></channel></rss>",
                // Ampersands, names of HTML and control characters that XML forbids.
                "<rss><channel><item><title>Dice & swords: D&D&nbsp;night \u0008 &#8; &bogus;</title>"
                        + "<link>https://news.example.org/ferry</link></item></channel></rss>",
                // Links of other elements, before and after the story's own.
                "<rss xmlns:atom='http://www.w3.org/2005/Atom' xmlns:m='urn:m'><channel><link>https://news.example.org/</link>"
                        + "<image><link>https://news.example.org/logo</link></image><item><atom:link href='/wrong'/>"
                        + "<source><link>/wrong</link></source><m:link>/wrong</m:link>"
                        + "<link>\n <![CDATA[ https://news.example.org/ferry ]]>\n</link></item></channel></rss>",
                // Links of an entry that lead elsewhere.
                "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><author><uri>/wrong</uri></author>"
                        + "<link rel='replies' href='/wrong'/><link rel='enclosure' href='/wrong'/>"
                        + "<link href='https://news.example.org/ferry'/><link rel='alternate' href='nostr:x'/></entry></feed>",
                // What is no XML after the root.
                "\n\n<rss><channel><item><link>https://news.example.org/ferry</link></item></channel></rss><br>Warning",
                // A feed that was cut off.
                "<rss><channel><item><link>https://news.example.org/ferry</link></item><item><link>https://news.ex",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"url\": \"https://news.example.org/ferry\"}, {\"ur",
                "{\"items\": [{\"id\": \"https://news.example.org/ferry\"}, {\"id\": 7}], \"version\": \"https://jsonfeed.org/version/1\"}",
                "<urlset><url><loc>https://news.example.org/ferry</loc></url><url><loc>https://news.ex",
                "<s:urlset xmlns:s='https://www.sitemaps.org/schemas/sitemap/0.9/'><s:url><s:loc>https://news.example.org/ferry</s:loc>"
                        + "</s:url></s:urlset>",
                // A prefix that nobody declares.
                "<rss><channel><item><media:content url='/wrong'/><dc:link>/wrong</dc:link>"
                        + "<link>https://news.example.org/ferry</link></item></channel></rss>",
                // A root without a namespace, and entries with one that is written as an address.
                "<feed><entry xmlns='https://www.w3.org/2005/Atom/'><link href='https://news.example.org/ferry'/></entry></feed>",
                "<urlset><url xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><loc>https://news.example.org/ferry</loc></url>"
                        + "</urlset>",
                // Links of RSS that are written as those of Atom.
                "<rss><channel><item><link href='https://news.example.org/ferry'/></item></channel></rss>",
                "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><item><a:link rel='self' href='/wrong'/>"
                        + "<a:link rel='alternate' href='https://news.example.org/ferry'/></item></channel></rss>",
                // Document types that declare what HTML calls a character, and whole lists of it.
                "<!DOCTYPE rss [ <!-- it's > ]> --> <!ENTITY nbsp \"&#160;\"><!ENTITY mdash ']>'> ]><rss><channel><item>"
                        + "<title>A&nbsp;ferry</title><link>https://news.example.org/ferry</link></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY % latin PUBLIC '-//W3C//ENTITIES Latin 1 for XHTML//EN' 'http://127.0.0.1/lat1.ent'>"
                        + "\n%latin;\n]><rss version='0.92'><channel><item><link>https://news.example.org/ferry</link></item>"
                        + "</channel></rss>",
                // Control characters within tags and attributes.
                "<rss\u0002><channel><item a='\u0003'><link\u0007>https://news.example.org/ferry</link></item></channel></rss>",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"a\u0001 \\' tab\tkey\","
                        + " \"url\": \"https://news.example.org/ferry\",},]}",
                // What an item said before its feed was cut off.
                "<rss><channel><item><link>https://news.example.org/ferry</link><description>It was",
                "<feed><entry><link href='https://news.example.org/ferry'/><content>It was",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"url\": \"https://news.example.org/ferry\", \"a",
                "<urlset><url><loc>https://news.example.org/ferry</loc><lastm",
                // A story elsewhere that a site of links tells of.
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\","
                        + " \"external_url\": \"https://news.example.org/ferry\"}]}",
                "\uFEFFhttps://news.example.org/ferry",
                "<urlset xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'><url><i:image><i:loc>/logo</i:loc></i:image>"
                        + "<loc>https://news.example.org/ferry</loc></url><url><lastmod>2026-11-25</lastmod></url></urlset>"
            })
    void sitesWriteTheSameInManyWays(String text) {
        assertThat(urls(read(text))).containsExactly("https://news.example.org/ferry");
    }

    @Test
    void anAddressIsRelativeToTheBaseThatTheDocumentNames() {
        assertThat(urls(read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://paper.example.org/2026/">
                  <entry xml:base="11/"><link href="ferry"/></entry>
                  <entry><link xml:base="/opinion/" href="quay"/></entry>
                  <entry xml:base="javascript:alert(1)"><link href="pier"/></entry>
                  <entry xml:base="http://169.254.169.254/latest/"><link href="meta-data"/></entry></feed>
                """)))
                .containsExactly(
                        "http://paper.example.org/2026/11/ferry",
                        "http://paper.example.org/opinion/quay",
                        "http://paper.example.org/2026/pier",
                        // Where it leads is looked at when it is fetched.
                        "http://169.254.169.254/latest/meta-data");
        assertThat(urls(read("<rss><channel xml:base='/2026/'><item><link>ferry</link></item></channel></rss>")))
                .containsExactly("https://news.example.org/2026/ferry");
    }

    @Test
    void aSitemapThatIsCutShortWhileItIsPackedGivesWhatItHas() throws IOException {
        byte[] whole = gzip(sitemap(5_000));

        Document document = reader.read(Arrays.copyOf(whole, whole.length / 2), Optional.empty(), URL);

        assertThat(urls(document)).contains("https://news.example.org/ferry/0").hasSizeBetween(1_000, 4_999);
    }

    @Test
    void aFeedWithItsStoriesInItIsReadWhole() {
        String story = "<p>The ferry &amp; the quay</p>".repeat(1000);
        String items = "<item><link>/ferry</link><description><![CDATA[%s]]></description></item>".formatted(story);

        assertThat(urls(read("<rss><channel>" + items.repeat(50) + "</channel></rss>")))
                .hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 25 Nov 2026 06:00:00 GMT      | 2026-11-25T06:00:00Z",
                "Wed, 25 Nov 2026 06:00:00 +0100    | 2026-11-25T05:00:00Z",
                "Wed, 25 Nov 2026 06:00:00 -05:00   | 2026-11-25T11:00:00Z",
                "Wed, 25 Nov 2026 06:00:00 GMT+1:00 | 2026-11-25T05:00:00Z",
                "Wed, 25 Nov 2026 06:00 EST         | 2026-11-25T11:00:00Z",
                "Wednesday, 25 November 2026 06:00:00 Z | 2026-11-25T06:00:00Z",
                "Mi, 25 Nov 26 06:00:00             | 2026-11-25T06:00:00Z",
                "25 Nov 2026                        | 2026-11-25T00:00:00Z",
                "5 Sept 1998 6:00:60 PDT            | 1998-09-05T13:00:59Z",
                "2026-11-25T06:00:00.5+01:00        | 2026-11-25T05:00:00.500Z",
                "2026-11-25t06:00z                  | 2026-11-25T06:00:00Z",
                "2026-11-25 06:00:00 UTC            | 2026-11-25T06:00:00Z",
                "2026-11-25T24:00:00Z               | 2026-11-26T00:00:00Z",
                "2026-11-25T06:00:00+0100           | 2026-11-25T05:00:00Z",
                "2026-11-25                         | 2026-11-25T00:00:00Z",
                "2026-11                            | 2026-11-01T00:00:00Z",
                "2026                               | 2026-01-01T00:00:00Z",
                "yesterday                          |",
                "32 Nov 2026                        |",
                "25 Foo 2026                        |",
                "2026-11-25T06:00:00+99:00          |"
            })
    void datesComeInManyForms(String date, Instant meant) {
        String feed = "<rss><channel><item><link>/ferry</link><pubDate> %s </pubDate></item></channel></rss>";

        Document.Listing listing = (Document.Listing) read(feed.formatted(date));

        assertThat(listing.entries())
                .containsExactly(new Entry("/ferry", Optional.ofNullable(meant), Optional.empty()));
    }

    @Test
    void dublinCoreDatesAnItemThatHasNoOther() {
        Document.Listing listing =
                (Document.Listing) read("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item>"
                        + "<dc:date>2026-11-25T06:00:00Z</dc:date><link>/ferry</link></item><item><dc:date>2026-11-25</dc:date>"
                        + "<link>/quay</link><pubDate>Wed, 25 Nov 2026 06:00:00 GMT</pubDate></item></channel></rss>");

        assertThat(listing.entries()).extracting(Entry::publishedAt).containsOnly(at("2026-11-25T06:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, ISO-8859-1, text/xml",
        "windows-1252, windows-1252, text/xml; charset=utf-8",
        "UTF-8, UTF-8, text/xml; charset=ISO-8859-1",
        "ISO-8859-1, , text/xml; charset=\"iso-8859-1\"",
        "UTF-8, , text/xml",
        // As some servers write, whatever the bytes are.
        "UTF-8, UTF-16, text/xml",
        "UTF-8, no-such-charset, text/xml; charset=utf-8",
        "UTF-16BE, UTF-16, text/xml"
    })
    void theCharsetIsTheOneThatTheDocumentDeclares(String charset, String declared, String contentType) {
        String declaration = declared == null ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
        String feed = declaration + "<rss><channel><item><link>/fähre</link></item></channel></rss>";

        assertThat(urls(reader.read(feed.getBytes(Charset.forName(charset)), Optional.of(contentType), URL)))
                .containsExactly("/fähre");
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
    @CsvSource({
        "application/json, JSON Feed, feed.json",
        "text/xml, RSS, feed",
        "application/xml, , index.xml",
        "application/rss+xml, Commentary, commentary.rss",
        "application/rss+xml, Comment, opinion/comment.rss"
    })
    void aFeedIsAnnouncedInManyWays(String type, String title, String address) {
        String page = "<html><head><link rel=alternate type='%s' title='%s' href='%s'>".formatted(type, title, address)
                + "<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/2>"
                + "<link rel=alternate type='text/xml+oembed' href=/oembed>"
                + "<link rel=alternate type=application/rss+xml href='/?feed=comments-rss2'></head></html>";

        assertThat(read(page)).isEqualTo(new Document.Page(List.of("https://news.example.org/" + address)));
    }

    @Test
    void whatOnlyLooksLikeALinkIsNone() {
        assertThat(read("""
                <html><head><base href="/news/"><title><link rel=alternate type=application/rss+xml href=title></title>
                  <!-- <link rel=alternate type=application/rss+xml href=comment> -->
                  <script>document.write("<link rel=alternate type=application/rss+xml href=script></link>")</SCRIPT>
                  <link rel="alternate" type="application/rss+xml" title="News" href="feed"/>
                """)).isEqualTo(new Document.Page(List.of("https://news.example.org/news/feed")));
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
        byte[] large = gzip(sitemap(38_000).replace("</urlset>", " ".repeat(MAX_BYTES) + "</urlset>"));

        assertThat(small.length).isLessThan(400_000);
        assertThat(urls(reader.read(small, Optional.of("application/gzip"), URL)))
                .hasSize(38_000);
        assertThat(reader.read(large, Optional.of("application/gzip"), URL))
                .isEqualTo(new Document.Unreadable("unpacked, it is over 5,000,000 bytes"));
    }

    @Test
    void ofASitemapOfMorePagesThanItsProtocolAllowsTheFirstAreRead() throws IOException {
        byte[] endless = gzip(sitemap(1_000_000));

        assertThat(urls(reader.read(endless, Optional.of("application/gzip"), URL)))
                .hasSize(50_000)
                .endsWith("https://news.example.org/ferry/49999");
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
