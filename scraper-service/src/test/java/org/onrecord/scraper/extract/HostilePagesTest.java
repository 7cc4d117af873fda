package org.onrecord.scraper.extract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.extract.page.TooManyNodesException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages that somebody wrote to cost much: each ends as an extraction, within little memory and little time. */
class HostilePagesTest {

    private static final String LINKED_DATA = "<script type='application/ld+json'>";
    private static final URI PAGE_URL = URI.create("https://news.example/2026/story");
    private static final int PAGE = 5_000_000;
    /** Those that the tree has too. */
    private static final String ATTRIBUTES = " class id role itemprop data-component data-testid hidden style href rel"
            + " content datetime lang name property pubdate type face size";

    private static final String HEAP = "-Xmx256m";
    private static final long MOST_NANOS = 10_000_000_000L;

    @Test
    void noPageTakesMoreMemoryThanOnePageMay() throws Exception {
        Process reading = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostilePagesTest.class.getName()))
                .redirectErrorStream(true)
                .start();

        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reading.waitFor()).as(said).isZero();
        assertThat(said).contains("p: TooManyNodes").contains("p with attributes: TooManyNodes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CDATA marks",
                "authors of authors",
                "authors in each other",
                "a long title",
                "a long name of the site",
                "accents upon accents",
                "accents of two kinds",
                "a canonical URL of dots",
                "an image's URL of dots"
            })
    void noPageTakesMoreTimeThanOnePageMay(String name) {
        byte[] page = pages().get(name).getBytes(StandardCharsets.UTF_8);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        Extraction extraction = extract(page);

        assertThat(extraction).isNotNull();
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(MOST_NANOS);
    }

    @Test
    void whatTheParserOpensAgainCounts() {
        String opened = IntStream.range(0, 12)
                .mapToObj(i -> "<font" + ATTRIBUTES + " color=" + i + ">")
                .reduce("", String::concat);

        assertThatThrownBy(() -> PageReader.read("<p>" + opened + "<p>x".repeat(3_000)))
                .isInstanceOf(TooManyNodesException.class)
                .hasMessage("more than 200,000 elements, texts and attributes");
    }

    @Test
    void aSmallerTreeCanBeAskedFor() {
        assertThatThrownBy(() -> PageReader.read("<p>x".repeat(10_000), 10_000))
                .isInstanceOf(TooManyNodesException.class);
        assertThat(PageReader.read("<p>x".repeat(10_000), 25_000).blocks()).hasSize(10_000);
    }

    /** In a process of its own, so that its heap can be small. */
    public static void main(String[] none) throws IOException {
        pages().forEach((name, page) -> System.out.println(name + ": "
                + extract(page.getBytes(StandardCharsets.UTF_8)).getClass().getSimpleName()));
    }

    private static Extraction extract(byte[] page) {
        return new Extractor().extract(page, Optional.of("text/html; charset=utf-8"), Optional.of(PAGE_URL));
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String unit : List.of("<p>", "<!---->", "<br>x", "<b><i><u><p>", "<svg>", "<div>", "<option>", "</p>")) {
            pages.put(unit.equals("<p>") ? "p" : unit, unit.repeat(PAGE / unit.length()));
        }
        pages.put("p with attributes", repeat(i -> "<p" + ATTRIBUTES + ">"));
        pages.put("p with attributes nobody asks for", repeat(i -> "<p" + attributes(500) + ">"));
        pages.put("links left open", repeat(i -> "<a href=" + i + ">"));
        pages.put(
                "fonts left open",
                "<p>"
                        + IntStream.range(0, 100)
                                .mapToObj(i -> "<font" + ATTRIBUTES + " color=" + i + ">")
                                .reduce("", String::concat)
                        + "<p>x".repeat(1_000_000));
        pages.put("CDATA marks", LINKED_DATA + "[CDATA[".repeat(280_000) + "</script>");
        pages.put("empty objects", LINKED_DATA + "[" + "{},".repeat(600_000) + "{}]</script>");
        pages.put(
                "a headline of tags",
                LINKED_DATA + "{\"@type\":\"NewsArticle\",\"headline\":\"" + "<p>".repeat(600_000) + "\"}</script>");
        pages.put(
                "authors of authors",
                LINKED_DATA + "[{\"@type\":\"Article\",\"headline\":\"x\",\"author\":[" + "\"1\",".repeat(80_000)
                        + "\"1\"]},{\"@type\":\"Person\",\"@id\":\"1\",\"name\":[" + "\"Ann Lee\",".repeat(80_000)
                        + "\"Ann Lee\"]}]</script>");
        pages.put("authors in each other", "<b itemprop=author>".repeat(400) + "Ann Lee<br>".repeat(90_000));
        pages.put("a long title", "<title>" + "a - b | ".repeat(200_000) + "</title><h1>x</h1>");
        pages.put(
                "a long name of the site",
                "<meta property=og:site_name content='" + "a ".repeat(500_000) + "'><title>" + "b - ".repeat(300_000));
        pages.put("accents upon accents", "<title>A title</title><h1>A title</h1><p>" + "\u0301".repeat(1_000_000));
        String two = "a" + "\u0301\u0323".repeat(500_000);
        pages.put("accents of two kinds", "<title>" + two + "</title><h1>" + two + "</h1><p>" + two);
        String dots = "a/".repeat(500_000) + "../".repeat(500_000);
        pages.put("a canonical URL of dots", "<link rel=canonical href='" + dots + "'><p>x");
        pages.put(
                "an image's URL of dots",
                LINKED_DATA + "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"image\":\""
                        + dots.substring(800_000, 1_700_000) + "\"}</script>");
        return pages;
    }

    private static String repeat(IntFunction<String> unit) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; page.length() < PAGE; i++) {
            page.append(unit.apply(i));
        }
        return page.toString();
    }

    private static String attributes(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(" a" + Integer.toString(i, 36));
        }
        return String.join("", names);
    }
}
