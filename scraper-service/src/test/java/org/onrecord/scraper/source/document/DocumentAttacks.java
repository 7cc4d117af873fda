package org.onrecord.scraper.source.document;

import java.util.List;

/** Feeds, sitemaps and pages that are made to take memory or time, each in one way. */
final class DocumentAttacks {
    private static final String XML = "<?xml version=\"1.0\"?>";

    private static final String RSS = XML + "<rss version=\"2.0\"><channel>";

    private static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\">";

    private static final String SITEMAP = XML + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

    private static final String INDEX = XML + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

    private static final String JSON = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [";

    private static final String ADDRESS = "https://news.example.org/#";

    static final List<DocumentAttack> ALL = List.of(
            new DocumentAttack("items without anything", RSS, "<item/>", "", "RSS 0"),
            new DocumentAttack("elements of nothing", RSS, "<a/>", "", "unreadable"),
            new DocumentAttack("stories", RSS, "<item><link>" + ADDRESS + "</link></item>", "", "RSS 5000"),
            new DocumentAttack(
                    "stories and channels",
                    RSS,
                    "<channel><item><link>" + ADDRESS + "</link></item>",
                    "",
                    "unreadable: nested"),
            new DocumentAttack("nested elements", RSS, "<a>", "", "unreadable: n"),
            new DocumentAttack("nested items", RSS, "<item>", "", "unreadable: n"),
            new DocumentAttack("attributes of one element", RSS + "<item", " a#=''", "/>", "unreadable: a tag of over"),
            new DocumentAttack(
                    "namespaces of one element", RSS + "<item", " xmlns:a#='u#'", "/>", "unreadable: a tag of over"),
            new DocumentAttack(
                    "elements of many attributes", RSS, "<b" + many(" b%d=''") + "/>", "", "unreadable: no feed"),
            new DocumentAttack(
                    "elements of many namespaces", RSS, "<b" + many(" xmlns:b%d='u#'") + "/>", "", "unreadable: "),
            new DocumentAttack(
                    "a namespace for each element",
                    RSS,
                    "<a xmlns='u#'/>",
                    "",
                    "unreadable: more than 2,000 different names"),
            new DocumentAttack(
                    "a name for each element", RSS, "<a#/>", "", "unreadable: more than 2,000 different names"),
            new DocumentAttack(
                    "a name for each attribute", RSS, "<a a#=''/>", "", "unreadable: more than 2,000 different names"),
            new DocumentAttack("a name without end", RSS + "<", "a", "/>", "unreadable: a tag of over"),
            new DocumentAttack("an attribute without end", RSS + "<a b='", "a", "'/>", "unreadable: a tag of over"),
            new DocumentAttack(
                    "one long title",
                    RSS + "<item><title>",
                    "word ",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new DocumentAttack(
                    "one long title of CDATA",
                    RSS + "<item><title><![CDATA[",
                    "word&<",
                    "]]></title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new DocumentAttack(
                    "one long title of references",
                    RSS + "<item><title>",
                    "&amp;&#65;&eacute;",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new DocumentAttack(
                    "ampersands",
                    RSS + "<item><title>",
                    "&&a&#&#x110000;",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new DocumentAttack(
                    "what XML forbids",
                    RSS + "<item><title>",
                    "\u0001]]>\uFFFF",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new DocumentAttack(
                    "a long address",
                    RSS + "<item><link>https://a.example/",
                    "a",
                    "</link></item></channel></rss>",
                    "RSS 0"),
            new DocumentAttack(
                    "an address of elements", RSS + "<item><link>", "<a/>", "</link></item></channel></rss>", "RSS 0"),
            new DocumentAttack("one long comment", RSS + "<!--", " -- >", "--></channel></rss>", "RSS 0"),
            new DocumentAttack("comments", RSS, "<!---->", "</channel></rss>", "RSS 0"),
            new DocumentAttack("instructions", RSS, "<?a#?>", "</channel></rss>", "RSS 0"),
            new DocumentAttack("instructions without end", RSS, "<?a", "", "unreadable"),
            new DocumentAttack("CDATA in CDATA", RSS, "<![CDATA[", "", "unreadable"),
            new DocumentAttack("brackets", RSS, "<", "", "unreadable"),
            new DocumentAttack("quotes without end", RSS, "<a b=\"", "", "unreadable"),
            new DocumentAttack("ends", RSS, "</a>", "", "unreadable"),
            new DocumentAttack("entities", XML + "<!DOCTYPE rss [", "<!ENTITY a# 'ha'>", "]><rss/>", "PAGE"),
            new DocumentAttack(
                    "an entity of entities",
                    XML + "<!DOCTYPE rss [<!ENTITY a 'ha'>]><rss><channel><item><title>",
                    "&a;",
                    "</title></item></channel></rss>",
                    "unreadable: it declares a document type"),
            new DocumentAttack(
                    "a name of entities",
                    RSS + "<item><title>",
                    "&a#;",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new DocumentAttack("links of an entry", ATOM + "<entry>", "<link href='/#'/>", "</entry></feed>", "ATOM 1"),
            new DocumentAttack("entries", ATOM, "<entry><link href='/#'/></entry>", "", "ATOM 5000"),
            new DocumentAttack(
                    "dates",
                    ATOM + "<entry><link href='/1'/><updated>",
                    "1 Jan ",
                    "</updated></entry></feed>",
                    "ATOM 1"),
            new DocumentAttack("places without anything", SITEMAP, "<url/>", "", "SITEMAP 0"),
            new DocumentAttack("places", SITEMAP, "<url><loc>" + ADDRESS + "</loc></url>", "", "SITEMAP 50000"),
            new DocumentAttack(
                    "addresses of a place",
                    SITEMAP + "<url>",
                    "<loc>" + ADDRESS + "</loc>",
                    "</url></urlset>",
                    "SITEMAP 1"),
            new DocumentAttack("sitemaps", INDEX, "<sitemap><loc>" + ADDRESS + "</loc></sitemap>", "", "INDEX 50000"),
            new DocumentAttack("lines", "", "https://a.example/#\n", "", "SITEMAP 50000"),
            new DocumentAttack("one long line", "http", "a", "", "SITEMAP 0"),
            new DocumentAttack("empty lines", "https://a.example/", "\n", "", "SITEMAP 1"),
            new DocumentAttack("objects", JSON + "{}", ",{}", "]}", "JSON_FEED 0"),
            new DocumentAttack(
                    "objects before the version",
                    "{\"items\": [{}",
                    ",{}",
                    "],\"version\": \"https://jsonfeed.org/version/1\"}",
                    "JSON_FEED 0"),
            new DocumentAttack("numbers", JSON + "1", ",1", "]}", "JSON_FEED 0"),
            new DocumentAttack("stories in JSON", JSON + "{}", ",{\"url\":\"/#\"}", "]}", "JSON_FEED 4999"),
            new DocumentAttack("nested arrays", JSON, "[", "", "unreadable"),
            new DocumentAttack("nested objects", JSON, "{\"a\":", "", "unreadable"),
            new DocumentAttack("an address of arrays", JSON + "{\"url\":", "[", "", "unreadable"),
            new DocumentAttack("names in JSON", JSON + "{\"a\":1", ",\"a#\":1", "}]}", "JSON_FEED 0"),
            new DocumentAttack("a long name in JSON", JSON + "{\"", "a", "\":1}]}", "unreadable"),
            new DocumentAttack(
                    "a long text in JSON", JSON + "{\"url\":\"/1\",\"content_html\":\"", "a", "\"}]}", "JSON_FEED 1"),
            new DocumentAttack("a long address in JSON", JSON + "{\"url\":\"", "a", "\"}]}", "unreadable"),
            new DocumentAttack("a long number in JSON", JSON, "1", "]}", "unreadable"),
            new DocumentAttack(
                    "items again and again",
                    "{\"version\": \"https://jsonfeed.org/version/1\"",
                    ",\"items\":[{\"url\":\"/#\"}]",
                    "}",
                    "JSON_FEED 5000"),
            new DocumentAttack("nothing else in JSON", "{\"version\": \"2\"", ",\"a\":{}", "}", "unreadable"),
            new DocumentAttack("paragraphs", "<html>", "<p>", "", "PAGE 0"),
            new DocumentAttack(
                    "links of a page",
                    "<html>",
                    "<link rel=alternate type=application/rss+xml href=/#>",
                    "",
                    "PAGE 10"),
            new DocumentAttack("links without end", "<html>", "<link ", "", "PAGE 0"),
            new DocumentAttack("a link without end", "<html><link ", "a ", ">", "PAGE 0"),
            new DocumentAttack("links of many attributes", "<html>", "<link" + many(" a%d") + ">", "", "PAGE 0"),
            new DocumentAttack("bases", "<html>", "<base href=/#>", "", "PAGE 0"),
            new DocumentAttack("comments of a page", "<html>", "<!-- -->", "", "PAGE 0"),
            new DocumentAttack("comments without end", "<html>", "<!--", "", "PAGE 0"),
            new DocumentAttack("scripts", "<html>", "<script></script>", "", "PAGE 0"),
            new DocumentAttack("scripts without end", "<html>", "<script></", "", "PAGE 0"),
            new DocumentAttack("titles in scripts", "<html>", "<title><script>", "", "PAGE 0"),
            new DocumentAttack(
                    "a packed feed",
                    RSS,
                    "<a/>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: a gzip file, and no sitemap in it"),
            new DocumentAttack(
                    "a packed page",
                    "<html>",
                    "<p>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: a gzip file, and no sitemap in it"),
            new DocumentAttack(
                    "packed JSON",
                    JSON,
                    "{},",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: a gzip file, and no sitemap in it"),
            new DocumentAttack(
                    "packed zeros",
                    "",
                    "\0\0\0\0",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: a gzip file, and no sitemap in it"),
            new DocumentAttack(
                    "packed twice",
                    SITEMAP,
                    "<url/>",
                    "",
                    DocumentAttack.Packing.TWICE,
                    "unreadable: a gzip file, and no sitemap in it"),
            new DocumentAttack(
                    "packed places without anything", SITEMAP, "<url/>", "", DocumentAttack.Packing.GZIP, "SITEMAP 0"),
            new DocumentAttack(
                    "packed places",
                    SITEMAP,
                    "<url><loc>" + ADDRESS + "</loc></url>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "SITEMAP 50000"),
            new DocumentAttack(
                    "packed places of long addresses",
                    SITEMAP,
                    "<url><loc>" + ADDRESS + "a".repeat(8000) + "</loc></url>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "SITEMAP 10"),
            new DocumentAttack(
                    "packed elements of nothing",
                    SITEMAP,
                    "<a/>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"),
            new DocumentAttack(
                    "packed white space",
                    SITEMAP,
                    "    ",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"),
            new DocumentAttack(
                    "a packed comment",
                    SITEMAP + "<!--",
                    "    ",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"),
            new DocumentAttack(
                    "a packed attribute",
                    SITEMAP + "<a b='",
                    "    ",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: a tag of over"),
            new DocumentAttack(
                    "packed names",
                    SITEMAP,
                    "<a#/>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: more than 2,000 different names"),
            new DocumentAttack(
                    "packed sitemaps",
                    INDEX,
                    "<sitemap><loc>" + ADDRESS + "</loc></sitemap>",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "INDEX 50000"),
            new DocumentAttack(
                    "packed lines", "", "https://a.example/#\n", "", DocumentAttack.Packing.GZIP, "SITEMAP 50000"),
            new DocumentAttack(
                    "packed lines without anything",
                    "https://a.example/",
                    "\n",
                    "",
                    DocumentAttack.Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"));

    private DocumentAttacks() {}

    private static String many(String text) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            many.append(text.formatted(i));
        }
        return many.toString();
    }
}
