package org.onrecord.scraper.extract;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to a story in whatever boxes it stands, and what stands in the story without belonging to it. */
class WholeArticleTest {
    private static final String HEADLINE = "Swimmers save the bath house";
    private static final String FIRST =
            "<p>The bath house on Weir Lane will stay open until the spring, because its swimmers have paid for the coal.</p>";
    private static final String SECOND =
            "<p>“We carried it in ourselves, and we would do it again,” said Berta Knoll, who has swum there since the war.</p>";
    private static final String THIRD =
            "<p>The town had wanted to sell the building to a brewery, which has since bought the old tannery instead.</p>";

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p class=standfirst>Coal from the cellar of the school warms the pool until April</p>",
                "<p class=article__teaser>Coal from the cellar of the school warms the pool until April</p>",
                "<div class='dek font-secondary-m'>Coal from the cellar of the school warms the pool until April</div>",
                "<div class=key-points><ul><li>Coal from the cellar of the school warms the pool until April</li></ul></div>",
            })
    void aStandfirstIsKeptWhateverItIsCalled(String standfirst) {
        String page = "<title>Bath</title><div><h1>Bath</h1>" + standfirst
                + "<div><a href=/1>Tides</a></div><div><a href=/2>Trains</a></div><div>Share</div><div>Save</div></div><article>"
                + FIRST + SECOND + THIRD + "</article>";

        assertThat(text(page)).startsWith("Coal from the cellar");
    }

    @Test
    void anIntroductionBesideTheUpdatesIsKept() {
        String page = headed("<div id=top><p>The vote came after a debate of four hours in the hall of the fire brigade.</p>"
                + "<div>Show all</div><div>Newest first</div></div><div class=posts><div class=post><div>20:58</div>" + FIRST
                + SECOND + "</div><div class=post><div>20:41</div>" + THIRD + "</div></div>");

        assertThat(text(page)).contains("debate of four hours", "Weir Lane", "old tannery");
    }

    @Test
    void inALongFooterTheArticleIsNotSoughtAndNotInOneParagraphAlone() {
        String page = "<div><h1>" + HEADLINE + "</h1><div>By Ann Lee</div><div>4 March</div>" + FIRST
                + "<p>The coal lasts until the spring and not a day longer.</p></div><div class=footer-text><p>"
                + "The desk answers questions by letter and in person at the counter of the printing house on every weekday. ".repeat(4)
                + "</p></div>";

        assertThat(text(page)).contains("Weir Lane", "not a day longer").doesNotContain("printing house");
    }

    @Test
    void aStoryToldInSlidesIsAStory() {
        String page = headed("<div class=article-gallery><div class=gallery-slide><h3>The pool</h3><img src=a>" + FIRST + SECOND
                + "</div><div class=gallery-slide><h3>The cellar</h3><img src=b>" + THIRD
                + "<p>Nobody has counted the sacks, but there were more of them than the cellar could hold in winter.</p></div></div>");

        assertThat(text(page)).contains("Weir Lane", "old tannery");
    }

    @Test
    void headingsThatLeadElsewhereOrAreOfTheFirstLevelHeadTheirParts() {
        String page = headed(FIRST + "<h2><a href=/1>1. The pool of the old mill</a></h2>" + SECOND
                + "<h1>What became of the tannery</h1>" + THIRD);

        assertThat(text(page)).contains("The pool of the old mill", "What became of the tannery");
    }

    @Test
    void aPullQuoteGoesAndTheParagraphThatNamesItsSpeakerStays() {
        String page = headed(FIRST + "<aside class=pullquote><p>“We carried it in ourselves, and we would do it again”</p><cite>Berta Knoll</cite></aside>"
                + SECOND + THIRD);

        assertThat(text(page))
                .containsOnlyOnce("We carried it in ourselves")
                .contains("said Berta Knoll, who has swum there since the war");
    }

    @Test
    void linesThatDifferInAFigureAreNoRepeats() {
        String page = headed(FIRST + "<p>A card for the bath on Weir Lane for one is 12 crowns a week.</p>"
                + "<p>A card for the bath on Weir Lane for two is 20 crowns a week.</p>" + SECOND + THIRD);

        assertThat(text(page)).contains("one is 12 crowns", "two is 20 crowns");
    }

    @Test
    void aPostThatTheStoryShowsIsKeptWhateverStandsAroundIt() {
        String page = headed(FIRST + "<div class=social-media-embed><blockquote class=twitter-tweet><p>Coal is in. Bring towels.</p>"
                + "— Berta Knoll (@bknoll) <a href='#'>March 4, 2026</a></blockquote></div>" + SECOND + THIRD);

        assertThat(text(page)).contains("Coal is in. Bring towels.", "Berta Knoll (@bknoll)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>_____</p> | ___",
                "<p>* * *</p> | *",
                "<div class='d-none d-print-block'><p>Apart from private study no part of it may be passed on.</p></div> | private study",
                "<p>Contact staff writer Ann Lee at 555-0142 or <a href='mailto:a@b.example'>lee@courier.example</a>.</p> | 555",
                "<p><a href=/x><b>TANNERY IS SOLD TO A BREWER OF GINGER BEER</b></a></p> | TANNERY",
            })
    void whatIsNoneOfTheStoryIsTakenOut(String fragment, String words) {
        assertThat(text(headed(FIRST + SECOND + fragment + THIRD))).doesNotContain(words).contains("old tannery");
    }

    @Test
    void anArticleThatScriptsAloneWouldShowIsReadFromItsData() {
        String body = (FIRST + SECOND + THIRD).replaceAll("<[^>]+>", "").replace("until the spring,", "until spring,\\n\\n");
        String page = "<title>" + HEADLINE + "</title><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \""
                + HEADLINE + "\", \"articleBody\": \"" + body + "\"}</script><div id=app></div>";

        ExtractedArticle article = article(page);

        assertThat(article.text()).contains("Weir Lane", "old tannery");
        assertThat(article.evidence()).containsEntry("text", "json-ld");
        assertThat(article.blocks()).hasSize(2).allSatisfy(block -> assertThat(block.source()).isNull());
    }

    private static String headed(String body) {
        return "<title>" + HEADLINE + "</title><main><h1>" + HEADLINE + "</h1>" + body + "</main>";
    }

    private String text(String page) {
        return article(page).text();
    }

    private ExtractedArticle article(String page) {
        Extraction extraction = extractor.extract(page.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), Optional.empty());
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
        return (ExtractedArticle) extraction;
    }
}
