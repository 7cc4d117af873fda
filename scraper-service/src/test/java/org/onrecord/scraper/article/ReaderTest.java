package org.onrecord.scraper.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.scraper.Pages;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.extract.NotAnArticle;
import org.onrecord.scraper.extract.TooLong;
import org.onrecord.scraper.extract.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReaderTest {

    private static final Origin ORIGIN = new Origin(
            UUID.fromString("0192f0c1-6a5e-4b0f-9d43-5a2f3d1c7e10"),
            Optional.of("http://news.example/ferry"),
            Optional.of(URI.create("https://www.news.example/ferry?utm_source=x")),
            Instant.parse("2026-11-23T04:00:00Z"));

    record Case(Extraction extraction, OutcomeReason reason, String detail) {}

    static List<Case> withoutArticle() {
        return List.of(
                new Case(
                        new NotAnArticle(NotAnArticle.Cause.LISTING),
                        OutcomeReason.NOT_AN_ARTICLE,
                        "a list of other pages"),
                new Case(
                        new NotAnArticle(NotAnArticle.Cause.WALL),
                        OutcomeReason.NOT_AN_ARTICLE,
                        "a consent wall or a check for robots"),
                new Case(
                        new TooLong(1_234_567, 1_000_000),
                        OutcomeReason.TOO_LONG,
                        "1,234,567 characters, at most 1,000,000 are read"),
                new Case(new Unreadable(Unreadable.Cause.EMPTY), OutcomeReason.NOT_AN_ARTICLE, "nothing in it"),
                new Case(new Unreadable(Unreadable.Cause.BINARY), OutcomeReason.UNSUPPORTED_CONTENT, "binary data"),
                new Case(
                        new Unreadable(Unreadable.Cause.CONTENT_TYPE),
                        OutcomeReason.UNSUPPORTED_CONTENT,
                        "neither HTML nor plain text"));
    }

    @ParameterizedTest
    @MethodSource("withoutArticle")
    void aPageWithoutArticleIsAccountedFor(Case page) {
        Reading reading = Reader.reading(ORIGIN, page.extraction());

        assertThat(reading.article()).isEmpty();
        assertThat(reading.outcomes())
                .extracting(Outcome::stage, Outcome::reason)
                .containsExactly(tuple(Stage.FETCH, OutcomeReason.FETCHED), tuple(Stage.EXTRACT, page.reason()));
        assertThat(reading.last().detail()).isEqualTo(page.detail());
    }

    @Test
    void anArticleKeepsWhereItCameFrom() {
        Reading reading = new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(ORIGIN, Pages.FERRY.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"));

        Article article = reading.article().orElseThrow();
        assertThat(article.requestedUrl()).isEqualTo("http://news.example/ferry");
        assertThat(article.url()).isEqualTo("https://www.news.example/ferry?utm_source=x");
        assertThat(article.canonicalUrl()).isEqualTo("https://www.news.example/ferry");
        assertThat(article.site()).isEqualTo("news.example");
        assertThat(article.fetchedAt()).isEqualTo(ORIGIN.receivedAt());
        assertThat(article.blocks())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(article.text().substring(block.start(), block.end()))
                        .isNotBlank());
        assertThat(reading.last().articleId()).isEqualTo(article.articleId());
        assertThat(reading.last().version()).isEqualTo(article.version());
    }

    @Test
    void aPageOfTooManyElementsSaysSo() {
        Reading reading = new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(ORIGIN, "<p>".repeat(1_500_000).getBytes(StandardCharsets.UTF_8), Optional.of("text/html"));

        assertThat(reading.last().stage()).isEqualTo(Stage.EXTRACT);
        assertThat(reading.last().reason()).isEqualTo(OutcomeReason.TOO_LONG);
        assertThat(reading.last().detail())
                .isEqualTo("more than 200,000 elements, texts and attributes; no more are read");
    }

    /** Three characters of it make a dozen elements, of which none is announced by a bracket. */
    @Test
    void aPageThatIsLargerThanItLooksIsReadAllTheSame() {
        String page = "<b><i><u><s>".repeat(3) + "<p>".repeat(5_000) + Pages.FERRY;

        Reading reading = new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(ORIGIN, page.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"));

        assertThat(reading.last().reason()).isNotEqualTo(OutcomeReason.TOO_LONG);
    }

    @Test
    void aPageThatTakesTooLongToReadSaysSo() {
        Reader reader = new Reader(new SimpleMeterRegistry(), Duration.ofMillis(1));
        byte[] slow = ("<table>" + "x<tr>".repeat(130_000)).getBytes(StandardCharsets.UTF_8);

        Reading reading = reader.readPage(ORIGIN, slow, Optional.of("text/html"));

        assertThat(reading.last().stage()).isEqualTo(Stage.EXTRACT);
        assertThat(reading.last().reason()).isEqualTo(OutcomeReason.TIMED_OUT);
    }

    @Test
    void theSameOutcomeToldTwiceIsOne() {
        Extraction extraction = new Unreadable(Unreadable.Cause.EMPTY);

        assertThat(Reader.reading(ORIGIN, extraction)).isEqualTo(Reader.reading(ORIGIN, extraction));
    }

    @Test
    void aTextOverTheLimitOfTheEventIsTooLong() {
        String text = "x".repeat(Article.MAX_TEXT_LENGTH + 1);
        Extraction extraction = new ExtractedArticle(
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "und",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(),
                Map.of());

        assertThat(Reader.reading(ORIGIN, extraction).last().reason()).isEqualTo(OutcomeReason.TOO_LONG);
    }

    /** A heading may have words of any length, and every quote of the article is told with it. */
    @Test
    void aTitleThatIsNoneIsCutShort() {
        String heading = "<h1>Mayor opens the bridge " + "x".repeat(1_000_000) + "</h1>";
        String page = "<html lang=en><title>Mayor opens the bridge</title><article>" + heading
                + "<p>The mayor opened the bridge on Tuesday and said that it would serve the town for years to come."
                        .repeat(20)
                + "</article>";
        Reader reader = new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1));

        Reading reading =
                reader.readPage(ORIGIN, page.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"));

        assertThat(reading.article().orElseThrow().title())
                .startsWith("Mayor opens the bridge x")
                .hasSize(Article.MAX_TITLE_LENGTH);
    }
}
