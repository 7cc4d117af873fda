package org.onrecord.scraper.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents that are made to take memory or time are read, or refused in words, by a JVM with a heap of a few times their bytes,
 * in processor time that grows as they do. One JVM reads them all, so that one that used it up would be seen.
 */
class HostileDocumentTest {

    private static final URI URL = URI.create("https://news.example.org/file");
    /** The most that is fetched of a document. */
    private static final int FETCHED = 5_242_880;

    private static final int MOST_UNPACKED = 20_971_520;
    private static final int UNPACKED = 24_000_000;
    private static final String HEAP = "-Xmx64m";
    private static final String XML = "<?xml version=\"1.0\"?>";
    private static final String RSS = XML + "<rss version=\"2.0\"><channel>";
    private static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\">";
    private static final String SITEMAP = XML + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    private static final String INDEX = XML + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    private static final String JSON = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [";
    private static final String ADDRESS = "https://news.example.org/#";

    private enum Packing {
        PLAIN,
        GZIP,
        TWICE
    }

    /**
     * @param unit written again and again; the number sign stands for the count
     * @param outcome how what comes of it begins
     */
    private record Attack(String name, String head, String unit, String tail, Packing packing, String outcome) {

        Attack(String name, String head, String unit, String tail, String outcome) {
            this(name, head, unit, tail, Packing.PLAIN, outcome);
        }

        byte[] bytes(int length) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = packed(bytes)) {
                out.write(head.getBytes(StandardCharsets.UTF_8));
                int written = head.length() + tail.length();
                boolean counts = unit.contains("#");
                byte[] next = counts ? new byte[0] : unit.repeat(1000).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; written < length; i++) {
                    next = counts ? unit.replace("#", String.valueOf(i)).getBytes(StandardCharsets.UTF_8) : next;
                    out.write(next);
                    written += next.length;
                }
                out.write(tail.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }

        private OutputStream packed(OutputStream bytes) throws IOException {
            return switch (packing) {
                case PLAIN -> bytes;
                case GZIP -> gzip(bytes);
                case TWICE -> gzip(gzip(bytes));
            };
        }

        private static OutputStream gzip(OutputStream bytes) throws IOException {
            return new GZIPOutputStream(bytes) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Attack> ATTACKS = List.of(
            new Attack("items without anything", RSS, "<item/>", "", "RSS 0"),
            new Attack("elements of nothing", RSS, "<a/>", "", "unreadable"),
            new Attack("stories", RSS, "<item><link>" + ADDRESS + "</link></item>", "", "RSS 5000"),
            new Attack(
                    "stories and channels",
                    RSS,
                    "<channel><item><link>" + ADDRESS + "</link></item>",
                    "",
                    "unreadable: nested"),
            new Attack("nested elements", RSS, "<a>", "", "unreadable: n"),
            new Attack("nested items", RSS, "<item>", "", "unreadable: n"),
            new Attack("attributes of one element", RSS + "<item", " a#=''", "/>", "unreadable: a tag of over"),
            new Attack("namespaces of one element", RSS + "<item", " xmlns:a#='u#'", "/>", "unreadable: a tag of over"),
            new Attack("elements of many attributes", RSS, "<b" + many(" b%d=''") + "/>", "", "unreadable: no feed"),
            new Attack("elements of many namespaces", RSS, "<b" + many(" xmlns:b%d='u#'") + "/>", "", "unreadable: "),
            new Attack(
                    "a namespace for each element",
                    RSS,
                    "<a xmlns='u#'/>",
                    "",
                    "unreadable: more than 2,000 different names"),
            new Attack("a name for each element", RSS, "<a#/>", "", "unreadable: more than 2,000 different names"),
            new Attack(
                    "a name for each attribute", RSS, "<a a#=''/>", "", "unreadable: more than 2,000 different names"),
            new Attack("a name without end", RSS + "<", "a", "/>", "unreadable: a tag of over"),
            new Attack("an attribute without end", RSS + "<a b='", "a", "'/>", "unreadable: a tag of over"),
            new Attack(
                    "one long title",
                    RSS + "<item><title>",
                    "word ",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new Attack(
                    "one long title of CDATA",
                    RSS + "<item><title><![CDATA[",
                    "word&<",
                    "]]></title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new Attack(
                    "one long title of references",
                    RSS + "<item><title>",
                    "&amp;&#65;&eacute;",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new Attack(
                    "ampersands",
                    RSS + "<item><title>",
                    "&&a&#&#x110000;",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new Attack(
                    "what XML forbids",
                    RSS + "<item><title>",
                    "\u0001]]>\uFFFF",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new Attack(
                    "a long address",
                    RSS + "<item><link>https://a.example/",
                    "a",
                    "</link></item></channel></rss>",
                    "RSS 0"),
            new Attack(
                    "an address of elements", RSS + "<item><link>", "<a/>", "</link></item></channel></rss>", "RSS 0"),
            new Attack("one long comment", RSS + "<!--", " -- >", "--></channel></rss>", "RSS 0"),
            new Attack("comments", RSS, "<!---->", "</channel></rss>", "RSS 0"),
            new Attack("instructions", RSS, "<?a#?>", "</channel></rss>", "RSS 0"),
            new Attack("instructions without end", RSS, "<?a", "", "unreadable"),
            new Attack("CDATA in CDATA", RSS, "<![CDATA[", "", "unreadable"),
            new Attack("brackets", RSS, "<", "", "unreadable"),
            new Attack("quotes without end", RSS, "<a b=\"", "", "unreadable"),
            new Attack("ends", RSS, "</a>", "", "unreadable"),
            new Attack("entities", XML + "<!DOCTYPE rss [", "<!ENTITY a# 'ha'>", "]><rss/>", "PAGE"),
            new Attack(
                    "an entity of entities",
                    XML + "<!DOCTYPE rss [<!ENTITY a 'ha'>]><rss><channel><item><title>",
                    "&a;",
                    "</title></item></channel></rss>",
                    "unreadable: it declares a document type"),
            new Attack(
                    "a name of entities",
                    RSS + "<item><title>",
                    "&a#;",
                    "</title><link>https://a.example/</link></item></channel></rss>",
                    "RSS 1"),
            new Attack("links of an entry", ATOM + "<entry>", "<link href='/#'/>", "</entry></feed>", "ATOM 1"),
            new Attack("entries", ATOM, "<entry><link href='/#'/></entry>", "", "ATOM 5000"),
            new Attack(
                    "dates",
                    ATOM + "<entry><link href='/1'/><updated>",
                    "1 Jan ",
                    "</updated></entry></feed>",
                    "ATOM 1"),
            new Attack("places without anything", SITEMAP, "<url/>", "", "SITEMAP 0"),
            new Attack("places", SITEMAP, "<url><loc>" + ADDRESS + "</loc></url>", "", "SITEMAP 50000"),
            new Attack(
                    "addresses of a place",
                    SITEMAP + "<url>",
                    "<loc>" + ADDRESS + "</loc>",
                    "</url></urlset>",
                    "SITEMAP 1"),
            new Attack("sitemaps", INDEX, "<sitemap><loc>" + ADDRESS + "</loc></sitemap>", "", "INDEX 50000"),
            new Attack("lines", "", "https://a.example/#\n", "", "SITEMAP 50000"),
            new Attack("one long line", "http", "a", "", "SITEMAP 0"),
            new Attack("empty lines", "https://a.example/", "\n", "", "SITEMAP 1"),
            new Attack("objects", JSON + "{}", ",{}", "]}", "JSON_FEED 0"),
            new Attack(
                    "objects before the version",
                    "{\"items\": [{}",
                    ",{}",
                    "],\"version\": \"https://jsonfeed.org/version/1\"}",
                    "JSON_FEED 0"),
            new Attack("numbers", JSON + "1", ",1", "]}", "JSON_FEED 0"),
            new Attack("stories in JSON", JSON + "{}", ",{\"url\":\"/#\"}", "]}", "JSON_FEED 4999"),
            new Attack("nested arrays", JSON, "[", "", "unreadable"),
            new Attack("nested objects", JSON, "{\"a\":", "", "unreadable"),
            new Attack("an address of arrays", JSON + "{\"url\":", "[", "", "unreadable"),
            new Attack("names in JSON", JSON + "{\"a\":1", ",\"a#\":1", "}]}", "JSON_FEED 0"),
            new Attack("a long name in JSON", JSON + "{\"", "a", "\":1}]}", "unreadable"),
            new Attack(
                    "a long text in JSON", JSON + "{\"url\":\"/1\",\"content_html\":\"", "a", "\"}]}", "JSON_FEED 1"),
            new Attack("a long address in JSON", JSON + "{\"url\":\"", "a", "\"}]}", "unreadable"),
            new Attack("a long number in JSON", JSON, "1", "]}", "unreadable"),
            new Attack(
                    "items again and again",
                    "{\"version\": \"https://jsonfeed.org/version/1\"",
                    ",\"items\":[{\"url\":\"/#\"}]",
                    "}",
                    "JSON_FEED 5000"),
            new Attack("nothing else in JSON", "{\"version\": \"2\"", ",\"a\":{}", "}", "unreadable"),
            new Attack("paragraphs", "<html>", "<p>", "", "PAGE 0"),
            new Attack(
                    "links of a page",
                    "<html>",
                    "<link rel=alternate type=application/rss+xml href=/#>",
                    "",
                    "PAGE 10"),
            new Attack("links without end", "<html>", "<link ", "", "PAGE 0"),
            new Attack("a link without end", "<html><link ", "a ", ">", "PAGE 0"),
            new Attack("links of many attributes", "<html>", "<link" + many(" a%d") + ">", "", "PAGE 0"),
            new Attack("bases", "<html>", "<base href=/#>", "", "PAGE 0"),
            new Attack("comments of a page", "<html>", "<!-- -->", "", "PAGE 0"),
            new Attack("comments without end", "<html>", "<!--", "", "PAGE 0"),
            new Attack("scripts", "<html>", "<script></script>", "", "PAGE 0"),
            new Attack("scripts without end", "<html>", "<script></", "", "PAGE 0"),
            new Attack("titles in scripts", "<html>", "<title><script>", "", "PAGE 0"),
            new Attack("a packed feed", RSS, "<a/>", "", Packing.GZIP, "unreadable: a gzip file, and no sitemap in it"),
            new Attack(
                    "a packed page",
                    "<html>",
                    "<p>",
                    "",
                    Packing.GZIP,
                    "unreadable: a gzip file, and no sitemap in it"),
            new Attack("packed JSON", JSON, "{},", "", Packing.GZIP, "unreadable: a gzip file, and no sitemap in it"),
            new Attack(
                    "packed zeros", "", "\0\0\0\0", "", Packing.GZIP, "unreadable: a gzip file, and no sitemap in it"),
            new Attack(
                    "packed twice",
                    SITEMAP,
                    "<url/>",
                    "",
                    Packing.TWICE,
                    "unreadable: a gzip file, and no sitemap in it"),
            new Attack("packed places without anything", SITEMAP, "<url/>", "", Packing.GZIP, "SITEMAP 0"),
            new Attack(
                    "packed places",
                    SITEMAP,
                    "<url><loc>" + ADDRESS + "</loc></url>",
                    "",
                    Packing.GZIP,
                    "SITEMAP 50000"),
            new Attack(
                    "packed places of long addresses",
                    SITEMAP,
                    "<url><loc>" + ADDRESS + "a".repeat(8000) + "</loc></url>",
                    "",
                    Packing.GZIP,
                    "SITEMAP 10"),
            new Attack(
                    "packed elements of nothing",
                    SITEMAP,
                    "<a/>",
                    "",
                    Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"),
            new Attack(
                    "packed white space",
                    SITEMAP,
                    "    ",
                    "",
                    Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"),
            new Attack(
                    "a packed comment",
                    SITEMAP + "<!--",
                    "    ",
                    "",
                    Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"),
            new Attack("a packed attribute", SITEMAP + "<a b='", "    ", "", Packing.GZIP, "unreadable: a tag of over"),
            new Attack(
                    "packed names", SITEMAP, "<a#/>", "", Packing.GZIP, "unreadable: more than 2,000 different names"),
            new Attack(
                    "packed sitemaps",
                    INDEX,
                    "<sitemap><loc>" + ADDRESS + "</loc></sitemap>",
                    "",
                    Packing.GZIP,
                    "INDEX 50000"),
            new Attack("packed lines", "", "https://a.example/#\n", "", Packing.GZIP, "SITEMAP 50000"),
            new Attack(
                    "packed lines without anything",
                    "https://a.example/",
                    "\n",
                    "",
                    Packing.GZIP,
                    "unreadable: unpacked, it is over 20,971,520 bytes"));

    /** What came of each attack: outcome, and milliseconds of processor time for a quarter of it and for all of it. */
    private static Map<String, String[]> results;

    @BeforeAll
    static void everyAttackIsMadeOnOneSmallJvm(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileDocumentTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        int status = process.waitFor();
        String said = Files.readString(log);

        assertThat(status).as(said).isZero();
        results = said.lines()
                .map(line -> line.split("\t"))
                .filter(line -> line.length == 4)
                .collect(Collectors.toMap(line -> line[0], line -> line));
    }

    static Stream<Attack> attacks() {
        return ATTACKS.stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void endsWithAnOutcomeInTimeThatGrowsAsItsBytes(Attack attack) {
        String[] result = results.get(attack.name());

        assertThat(result).as("outcomes: %s", results.keySet()).isNotNull();
        assertThat(result[1]).startsWith(attack.outcome());
        // Four times the bytes: sixteen times the time would be a square's.
        assertThat(Long.parseLong(result[3])).isLessThan(8 * Long.parseLong(result[2]) + 1000);
    }

    /** On the small JVM. */
    public static void main(String[] arguments) throws IOException {
        DocumentReader reader = new DocumentReader(MOST_UNPACKED);
        for (Attack attack : ATTACKS) {
            byte[] bytes = attack.bytes(attack.packing() == Packing.PLAIN ? FETCHED : UNPACKED);
            long begun = cpu();
            outcome(reader, Arrays.copyOf(bytes, bytes.length / 4));
            long quarter = cpu();
            String outcome = outcome(reader, bytes);
            System.out.println(attack.name() + "\t" + outcome + "\t" + (quarter - begun) + "\t" + (cpu() - quarter));
        }
    }

    private static String outcome(DocumentReader reader, byte[] bytes) {
        try {
            return outcome(reader.read(bytes, Optional.of("text/xml"), URL));
        } catch (Throwable e) {
            return e.toString();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static String outcome(Document document) {
        return switch (document) {
            case Document.Listing listing ->
                listing.kind() + " " + listing.entries().size();
            case Document.SitemapIndex index -> "INDEX " + index.children().size();
            case Document.Page page -> "PAGE " + page.feeds().size();
            case Document.Unreadable unreadable ->
                "unreadable: " + unreadable.why().replaceAll("\\s+", " ");
        };
    }

    private static String many(String text) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            many.append(text.formatted(i));
        }
        return many.toString();
    }
}
