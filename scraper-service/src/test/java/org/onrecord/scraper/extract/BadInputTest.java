package org.onrecord.scraper.extract;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.onrecord.scraper.Eventually;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever comes in, a named outcome comes out, within bounded time. */
class BadInputTest {

    private static final String SENTENCE =
            "The river rose by a hand in the night, and by noon the lower path was gone. ";

    private final Extractor extractor = new Extractor();

    @Test
    void nothingIsUnreadable() {
        assertThat(extract(new byte[0])).isEqualTo(new Unreadable(Unreadable.Cause.EMPTY));
        assertThat(extract("  \n\t ".getBytes(UTF_8))).isEqualTo(new Unreadable(Unreadable.Cause.EMPTY));
        assertThat(extractor.extractText(" \n ", Optional.empty(), Optional.empty()))
                .isEqualTo(new Unreadable(Unreadable.Cause.EMPTY));
    }

    @Test
    void binaryDataIsUnreadableWhateverItIsCalled() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        byte[] document = "%PDF-1.7 \n1 0 obj".getBytes(UTF_8);

        assertThat(extractor.extract(noise, Optional.of("text/html"), Optional.empty()))
                .isEqualTo(new Unreadable(Unreadable.Cause.BINARY));
        assertThat(extract(document)).isEqualTo(new Unreadable(Unreadable.Cause.BINARY));
    }

    @Test
    void anImageIsNotRead() {
        Extraction extraction = extractor.extract("GIF89a".getBytes(UTF_8), Optional.of("image/gif"), Optional.empty());

        assertThat(extraction).isEqualTo(new Unreadable(Unreadable.Cause.CONTENT_TYPE));
    }

    @Test
    void aPageOverTheCapIsTooLong() {
        byte[] page = new byte[50 * 1024 * 1024];
        Arrays.fill(page, (byte) 'a');

        assertThat(extract(page)).isEqualTo(new TooLong(page.length, Extractor.MAX_PAGE_BYTES));
    }

    @Test
    void anArticleOverAMillionCharactersIsTooLong() {
        StringBuilder page = new StringBuilder("<article>");
        for (int paragraph = 0; paragraph < 30_000; paragraph++) {
            page.append("<p>On day ")
                    .append(paragraph)
                    .append(' ')
                    .append(SENTENCE)
                    .append("</p>");
        }

        assertThat(extract(page.append("</article>").toString().getBytes(UTF_8)))
                .isInstanceOf(TooLong.class);
    }

    static Stream<Arguments> monsters() {
        return Stream.of(
                arguments("nested 10,000 deep", "<div>".repeat(10_000) + "<p>" + SENTENCE.repeat(3)),
                arguments("nested inline", "<b><i>".repeat(20_000) + SENTENCE),
                arguments("a million attributes", "<p " + "a=b ".repeat(1_000_000) + ">" + SENTENCE),
                arguments("one word of a megabyte", "<p>" + "a".repeat(1_000_000)),
                arguments("a megabyte of brackets", "<".repeat(1_000_000)),
                arguments("a megabyte of spaces", "<p>x" + " ".repeat(1_000_000) + "y"),
                arguments("many tiny paragraphs", "<p>a".repeat(200_000)),
                arguments("many links", "<a href=x>one two three four</a><br>".repeat(50_000)),
                arguments("cut in the middle of a tag", "<article><p>" + SENTENCE.repeat(5) + "<p clas"),
                arguments(
                        "a frame set", "<html><head><title>x</title></head><frameset><frame src=a></frameset></html>"),
                arguments(
                        "broken JSON-LD",
                        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": [{</script><p>"
                                + SENTENCE),
                arguments(
                        "deep JSON-LD",
                        "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script><p>" + SENTENCE),
                arguments(
                        "JSON-LD of itself",
                        "<script type='application/ld+json'>{\"@id\": \"#a\", \"@type\": \"NewsArticle\", \"author\": {\"@id\": \"#a\"}}</script><p>"
                                + SENTENCE),
                arguments("a title of a megabyte", "<title>" + "word ".repeat(200_000) + "</title><p>" + SENTENCE),
                arguments("wrong charset", "<meta charset=utf-16><p>" + SENTENCE),
                arguments("unknown charset", "<meta charset=klingon><p>" + SENTENCE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("monsters")
    void monstersGetAnAnswer(String name, String page) {
        Extraction extraction = assertTimeoutPreemptively(Eventually.WITHIN, () -> extract(page.getBytes(UTF_8)));

        assertThat(extraction).isNotNull();
    }

    @Test
    void timeGrowsWithLengthNoFasterThanLinearly() {
        String page = "<article><h1>High water</h1>" + ("<p>" + SENTENCE + "<a href=x>More</a></p>").repeat(2_000)
                + "</article>";
        String longer = page.repeat(8);
        time(page);

        long once = time(page);
        long eight = time(longer);

        // Eight times the page; the rest is room for a compiler and a collector that come when they like.
        assertThat(eight).isLessThan(60 * Math.max(once, 20_000_000));
    }

    /** Of the processor, which a busy machine does not change. */
    private long time(String page) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        extract(page.getBytes(UTF_8));
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private Extraction extract(byte[] page) {
        return extractor.extract(page, Optional.empty(), Optional.empty());
    }
}
