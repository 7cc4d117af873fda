package org.onrecord.benchmarks.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A page that is meant to cost its reader more than it should.
 *
 * @param name what it is full of, in a few words
 * @param bytes makes one of about so many bytes
 */
record Shape(String name, IntFunction<byte[]> bytes) {

    private static final String ARTICLE =
            "<article><h1>Council hears the plan</h1><p>“It will be built,” Ada Bourne said"
                    + " on Tuesday, and the council heard for an hour how the harbour would be mended before winter.</p>";

    private static final String HEAD = "<!doctype html><html><head><title>Council hears the plan</title>";
    private static final String BODY = HEAD + "</head><body>" + ARTICLE;

    /** Pieces of a page that are repeated until it is full. */
    private interface Piece {
        String number(int i);
    }

    private static final List<Shape> IN_BODY = List.of(
            body("paragraphs", i -> "<p>"),
            body("paragraphs that are closed", i -> "<p></p>"),
            body("paragraphs of a letter", i -> "<p>a"),
            body("divisions in each other", i -> "<div>"),
            body("divisions side by side", i -> "<div></div>"),
            body("unknown elements", i -> "<x" + i + ">"),
            body("custom elements in each other", i -> "<a-b>"),
            body("bold, never closed", i -> "<b>"),
            body("bold of different classes", i -> "<b class=c" + i + ">"),
            body("fonts and paragraphs", i -> "<font size=" + i + "><p>"),
            body("links in each other", i -> "<a href=" + i + ">a"),
            body("adoption agency", i -> "<a><p></a>"),
            body("adoption agency with divisions", i -> "<b><div></b></div>"),
            body("adoption agency, deep", i -> i % 2 == 0 ? "<i><em><b>" : "<p></i>"),
            body("no breaks", i -> "<nobr>"),
            body("foster parenting", i -> "<table><a>"),
            body("foster parenting of text", i -> "<table>a<tr>b"),
            body("tables in cells", i -> "<table><tr><td>"),
            body("one table of cells", i -> i == 0 ? "<table><tr>" : "<td>"),
            body("rows", i -> i == 0 ? "<table>" : "<tr>"),
            body("captions and column groups", i -> "<table><caption><colgroup><col>"),
            body("forms", i -> "<form>"),
            body("inputs", i -> "<input>"),
            body("buttons in buttons", i -> "<button>"),
            body("selects", i -> "<select><option>"),
            body("options", i -> i == 0 ? "<select>" : "<option>"),
            body("templates", i -> "<template>"),
            body("templates in tables", i -> "<table><template>"),
            body("framesets", i -> "<frameset>"),
            body("svg", i -> "<svg>"),
            body("svg with foreign objects", i -> "<svg><foreignObject>"),
            body("mathematics", i -> "<math><mi>"),
            body("CDATA in svg", i -> "<svg><![CDATA[x]]></svg>"),
            body("comments", i -> "<!---->"),
            body("an open comment", i -> i == 0 ? "<!--" : "-- "),
            body("bogus comments", i -> "<!x>"),
            body("processing instructions", i -> "<?x?>"),
            body("document types", i -> "<!doctype html>"),
            body("plain text", i -> i == 0 ? "<plaintext>" : "</plaintext>"),
            body("text areas", i -> "<textarea>x</textarea>"),
            body("an open text area", i -> i == 0 ? "<textarea>" : "</texta"),
            body("scripts", i -> "<script></script>"),
            body("an open script", i -> i == 0 ? "<script>" : "<!--<script>"),
            body("styles", i -> "<style></style>"),
            body("no scripts", i -> "<noscript>"),
            body("inline frames", i -> "<iframe></iframe>"),
            body("list items", i -> "<li>"),
            body("lists in lists", i -> "<ul><li>"),
            body("definitions", i -> "<dd><dt>"),
            body("headlines", i -> "<h1>a"),
            body("headlines in each other", i -> "<h" + (1 + i % 6) + "><div>"),
            body("line breaks", i -> "<br>"),
            body("line breaks and letters", i -> "a<br>"),
            body("rules", i -> "<hr>"),
            body("pictures", i -> "<img src=" + i + " alt=a>"),
            body("ruby", i -> "<ruby><rt>"),
            body("marquees", i -> "<marquee>"),
            body("bodies with attributes", i -> "<body a" + i + "=b>"),
            body("roots with attributes", i -> "<html a" + i + "=b>"),
            body("end tags", i -> "</p>"),
            body("end tags of nothing", i -> "</x>"),
            body("end tags of line breaks", i -> "</br>"),
            body("less-than signs", i -> "<"),
            body("open tags", i -> "<p "),
            body("attributes", i -> (i == 0 ? "<p " : "") + "a" + i + "=b "),
            body("the same attribute", i -> (i == 0 ? "<p " : "") + "a=b "),
            body("one attribute", i -> i == 0 ? "<p class='" : "aaaaaaaa "),
            body("an attribute that ends nowhere", i -> i == 0 ? "<p class=\"" : "<p>"),
            body("equals signs", i -> i == 0 ? "<p " : "= "),
            body("a long name of an element", i -> i == 0 ? "<p" : "pppppppp"),
            body("class names", i -> "<p class='ad comment share footer nav story'>a"),
            body("identifiers", i -> "<div id=comment-" + i + ">a</div>"),
            body("hidden elements", i -> "<div hidden style='display:none'>a"),
            body("ampersands", i -> "&"),
            body("character references", i -> "&lt;"),
            body("references without an end", i -> "&amp"),
            body("a long reference", i -> i == 0 ? "&" : "aaaaaaaa"),
            body("numbers of characters", i -> "&#" + (i % 70_000) + ";"),
            body("a long number of a character", i -> i == 0 ? "&#" : "99999999"),
            body("NULs", i -> "\0"),
            body("NULs in tags", i -> "<p\0>"),
            body("surrogates by number", i -> "&#xD800;&#xDC00;"),
            body("directions", i -> "\u202E\u2067a"),
            body("combining marks", i -> "\u0301"),
            body("zero-width", i -> "\u200B"),
            body("one word", i -> "aaaaaaaa"),
            body("spaces", i -> "        "),
            body("line ends", i -> "\r\n"),
            body("open quotation marks", i -> "“"),
            body("quotation marks in turns", i -> "“a” b "),
            body("single quotation marks", i -> "'a "),
            body("a speaker in each sentence", i -> "“We agree,” Anna Smith said. "),
            body("paragraphs of speech", i -> "<p>“We agree on number " + i + ",” Anna Smith said."),
            body("names", i -> "Anna" + TextForm.letters(i) + " Smith, "),
            body("one sentence", i -> "and the man who was there, "),
            body("URLs", i -> "http://a.example/" + i + " "),
            body("links", i -> "<a href='/news/" + i + ".html'>A story that is told elsewhere</a> "),
            body("articles", i -> "<article><p>The council heard for an hour how it would be mended."),
            body("articles in each other", i -> "<article><section>"),
            body("shares and captions", i -> "<figure><figcaption>Photo: A/B</figcaption></figure>"),
            body("times", i -> "<time datetime='2026-01-01T00:00:00Z'>1 January</time>"),
            body("dates in words", i -> "<p>Published on January " + (1 + i % 28) + ", 2026 by Anna Smith"),
            body("bylines", i -> "<p class=byline>By Anna Smith and Bob Jones"),
            body("microdata", i -> "<div itemscope itemtype='http://schema.org/NewsArticle' itemprop=author>"));

    private static final List<Shape> IN_HEAD = List.of(
            head("meta tags", i -> "<meta name=a" + i + " content=b>"),
            head("authors", i -> "<meta name=author content='Anna Smith'>"),
            head("open graph", i -> "<meta property='og:title' content='A title of a story'>"),
            head("dates", i -> "<meta name=date content='2026-13-45T99:99'>"),
            head("bases", i -> "<base href='http://a.example/" + i + "/'>"),
            head("canonical URLs", i -> "<link rel=canonical href='http://127.0.0.1/" + i + "'>"),
            head("alternate links", i -> "<link rel=alternate type='application/rss+xml' href='/" + i + "'>"),
            head("a long title", i -> i == 0 ? "</title><title>" : "Council hears - "),
            head("titles", i -> "<title>Council</title>"),
            linked("CDATA marks", "", i -> "[CDATA[", ""),
            linked("comment marks", "", i -> "/* ]]> <!-- // ", ""),
            linked("nested objects", "", i -> "{\"a\":", ""),
            linked("nested lists", "", i -> "[", ""),
            linked("a graph", "{\"@graph\":[", i -> (i == 0 ? "" : ",") + "{\"@type\":\"Thing\"}", "]}"),
            linked("articles", "[", i -> (i == 0 ? "" : ",") + "{\"@type\":\"NewsArticle\",\"headline\":\"a\"}", "]"),
            linked("fields", "{", i -> (i == 0 ? "" : ",") + "\"a" + i + "\":1", "}"),
            linked("a long headline", "{\"@type\":\"NewsArticle\",\"headline\":\"", i -> "Council ", "\"}"),
            linked(
                    "authors",
                    "{\"@type\":\"NewsArticle\",\"author\":[",
                    i -> (i == 0 ? "" : ",") + "\"Anna Smith\"",
                    "]}"),
            linked("a long number", "{\"@type\":\"NewsArticle\",\"position\":", i -> "99999999", "}"),
            linked("escapes", "{\"@type\":\"NewsArticle\",\"headline\":\"", i -> "\\u0041", "\"}"),
            head(
                    "scripts of linked data",
                    i -> "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>"),
            head("scripts of broken data", i -> "<script type='application/ld+json'>{\"a\"</script>"));

    private static final List<Shape> IN_CHARSETS = List.of(
            charset("UTF-16 with a mark", StandardCharsets.UTF_16, i -> "<p>a"),
            charset("UTF-16 without a mark", StandardCharsets.UTF_16LE, i -> "<p>a"),
            charset("UTF-32", Charset.forName("UTF-32BE"), i -> "<p>a"),
            charset("GB18030", Charset.forName("GB18030"), i -> "<p>他说"),
            charset("ISO-2022-JP", Charset.forName("ISO-2022-JP"), i -> "<p>日a"),
            charset("Latin-1 said to be UTF-8", StandardCharsets.ISO_8859_1, i -> "<p>é"),
            new Shape("charset: marks of byte order", size -> fill(size, i -> "\uFEFF", StandardCharsets.UTF_8)),
            new Shape("charset: bytes that are none", size -> {
                byte[] bytes = fill(size, i -> "<p>a", StandardCharsets.UTF_8);
                for (int i = 0; i < bytes.length; i += 2) {
                    bytes[i] = (byte) 0xFF;
                }
                return bytes;
            }));

    static final List<Shape> ALL = all();

    private static List<Shape> all() {
        List<Shape> all = new ArrayList<>(IN_BODY);
        all.addAll(IN_HEAD);
        all.addAll(IN_CHARSETS);
        return List.copyOf(all);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static Shape named(String name) {
        return ALL.stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shape is named " + name));
    }

    private static Shape body(String name, Piece piece) {
        return new Shape(
                "body: " + name, size -> filled(BODY, piece, "</article></body></html>", size, StandardCharsets.UTF_8));
    }

    private static Shape head(String name, Piece piece) {
        return new Shape(
                "head: " + name, size -> filled(HEAD, piece, "</head><body>" + ARTICLE, size, StandardCharsets.UTF_8));
    }

    private static Shape linked(String name, String begin, Piece piece, String end) {
        return new Shape(
                "linked data: " + name,
                size -> filled(
                        HEAD + "<script type=\"application/ld+json\">" + begin,
                        piece,
                        end + "</script></head><body>" + ARTICLE,
                        size,
                        StandardCharsets.UTF_8));
    }

    private static Shape charset(String name, Charset charset, Piece piece) {
        return new Shape("charset: " + name, size -> filled(BODY, piece, "", size, charset));
    }

    private static byte[] fill(int size, Piece piece, Charset charset) {
        return filled("", piece, "", size, charset);
    }

    private static byte[] filled(String begin, Piece piece, String end, int size, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 1024);
        StringBuilder text = new StringBuilder(begin);
        for (int i = 0; bytes.size() < size; i++) {
            text.append(piece.number(i));
            if (text.length() > 1 << 14) {
                bytes.writeBytes(text.toString().getBytes(charset));
                text.setLength(0);
            }
        }
        bytes.writeBytes(text.append(end).toString().getBytes(charset));
        return bytes.toByteArray();
    }
}
