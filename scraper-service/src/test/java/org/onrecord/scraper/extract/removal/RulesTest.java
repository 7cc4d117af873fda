package org.onrecord.scraper.extract.removal;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.extract.Extractor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** For each reason, fragments that stand in the middle of an article and are none of it. */
class RulesTest {

    private static final String PAGE = """
            <html lang="en"><head><title>Council mends the old weir | The Valley Post</title>
            <meta name="author" content="Ada Thorne">
            <meta name="description" content="Masons have begun to mend the weir that broke in the flood of last winter, and the mill may turn again by May.">
            </head><body><nav><a href="/">Home</a> <a href="/town">Town</a></nav>
            <article><h1>Council mends the old weir</h1>
            <p>Masons have begun to mend the weir above the town, which broke in the flood of last winter and left the mill dry.</p>
            <p>“We found stones in the car park of the swimming pool,” said the mayor, Ida Brook, who had walked there in the dark.</p>
            %s
            <p>The work is to cost 80,000 crowns and end in May, when the miller hopes to grind the first flour since October.</p>
            <p>Until then the swans have the upper pool to themselves, and nobody has asked them to leave, the council said on Monday.</p>
            </article><footer>Imprint</footer></body></html>
            """;

    private final Extractor extractor = new Extractor();

    static Stream<Arguments> fragments() {
        return Stream.of(
                arguments("hidden", "<p hidden>Skip the advertisement and go on with the story</p>"),
                arguments("hidden", "<div class='visually-hidden'>Picture shows the weir</div>"),
                arguments("caption", "<figure><img src=w.jpg><figcaption>The weir on Sunday</figcaption></figure>"),
                arguments("caption", "<div class='wp-caption'><img src=w.jpg><p>The weir before the flood</p></div>"),
                arguments("caption", "<p>The mayor beside the broken sluice. Picture: Tom Hale</p>"),
                arguments("image-credit", "<p>Photo: Tom Hale/Valley Post</p>"),
                arguments("image-credit", "<p>Tom Hale via Getty Images</p>"),
                arguments("duplicate-headline", "<p><b>Council mends the old weir</b></p>"),
                arguments("newsletter-prompt", "<p>Sign up for our daily briefing</p>"),
                arguments(
                        "newsletter-prompt",
                        "<p>Select your favourite newsletters and get the best of The Valley Post delivered to your inbox</p>"),
                arguments(
                        "newsletter-prompt",
                        "<div class='newsletter-signup'><p>Your morning in five minutes</p><input name=email></div>"),
                arguments("paywall-prompt", "<p>To continue reading, become a member of The Valley Post today.</p>"),
                arguments(
                        "paywall-prompt",
                        "<p>Members get all of our content first, and the joy of keeping a small paper alive.</p>"),
                arguments(
                        "correction-note",
                        "<p>This article was amended on 3 March 2026 to give the cost in crowns.</p>"),
                arguments("correction-note", "<p>Correction: an earlier version gave the wrong month.</p>"),
                arguments("copyright", "<p>© 2026 The Valley Post. All rights reserved.</p>"),
                arguments("reprint-notice", "<p>This story was originally published by the Upper Valley Courier.</p>"),
                arguments(
                        "author-bio",
                        "<div class='author-bio'><p>Ada Thorne grew up by the river and keeps two geese.</p></div>"),
                arguments("byline", "<p class='byline'>By Ada Thorne, Town Reporter</p>"),
                arguments("byline", "<p>Additional reporting by Tom Hale and Rosa Quill.</p>"),
                arguments("dateline-stamp", "<div>Updated 8 March 2026, 14:05</div>"),
                arguments("dateline-stamp", "<p>Updated 12:24 am CET, Wednesday, March 4, 2026</p>"),
                arguments("dateline-stamp", "<div>March 8, 2026</div>"),
                arguments("share", "<p>Follow us on Facebook and Instagram for more of this.</p>"),
                arguments("share", "<p>Follow the Post’s full coverage of the flood at https://post.example/flood</p>"),
                arguments("share", "<div class='share-bar'><span>Share</span></div>"),
                arguments("comments", "<p>Leave a comment</p>"),
                arguments("tags", "<p>Filed under: Rivers, Town council</p>"),
                arguments("related-links", "<p>READ MORE: <a href='/b'>How the bridge was built</a></p>"),
                arguments("related-links", "<h3>More in this section</h3>"),
                arguments("related-links", "<h3>People are also reading…</h3>"),
                arguments("caption", "<h3 class='video-title'>The weir before and after, in two minutes</h3>"),
                arguments("reprint-notice", "<p>Read the original article on <a href='/c'>Courier.example</a>.</p>"),
                arguments(
                        "advertisement",
                        "<div>This advertisement has not loaded yet, but your article continues below.</div>"),
                arguments("related-links", "<div><a href='/b'>Five walks along the upper river this spring</a></div>"),
                arguments("advertisement", "<p>Story continues below advertisement</p>"),
                arguments("advertisement", "<p>This video cannot be played in your browser.</p>"),
                arguments(
                        "advertisement",
                        "<p>We may earn a small commission if you buy through links on this page.</p>"),
                arguments(
                        "cookie-notice",
                        "<div class='cookie-consent'><p>This map sets cookies. Do you agree?</p></div>"),
                arguments("navigation", "<p>Back to top</p>"));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void isTakenOutWithItsReason(String reason, String fragment) {
        ExtractedArticle article = article(fragment);

        assertThat(article.blocks()).hasSize(4);
        assertThat(article.removed())
                .extracting(removed -> kebab(removed.reason()))
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>“Share this with anyone who will listen,” said the miller, and shut the door behind him for the night.</p>",
                "<p>The newsletter of the rowing club had warned of the crack two years before the flood, but nobody read it.</p>",
                "<p>By the time the masons came, the river had moved two metres to the east and taken the fence with it.</p>",
                "<p>Copyright law has nothing to say about a weir, the town’s lawyer told the meeting to general laughter.</p>",
                "<p>Members get all of our tools for nothing, the chairman of the rowing club said at its meeting.</p>",
                "<p>Follow the river for an hour and you come to the second weir, which stood the flood without a crack.</p>",
                "<h2>What the miller lost</h2>",
                "<h2>Photo sources and the display of the weir</h2>",
                "<h2>The old weir and what it takes to mend it</h2>",
                "<ul><li>first the lower gate</li><li>then the wheel itself</li></ul>",
                "<p>In March 2024 the same wall had been mended with concrete, which the frost of one winter broke again.</p>",
                "<blockquote><p>I have milled here for thirty years, and my father for forty before me.</p></blockquote>"
            })
    void whatOnlySoundsLikeItStays(String fragment) {
        ExtractedArticle article = article(fragment);

        assertThat(article.blocks()).hasSizeGreaterThan(4);
    }

    @Test
    void theSummaryThatIsSaidAgainIsAStandfirst() {
        String page = PAGE.formatted("")
                .replace(
                        "<article>",
                        "<div class=\"intro\"><p>Masons have begun to mend the weir that broke in the flood of last winter, and the mill may turn again by May.</p></div><article>");

        Extraction extraction = extractor.extract(page.getBytes(UTF_8), Optional.empty(), Optional.empty());

        assertThat(((ExtractedArticle) extraction).removed())
                .extracting(removed -> removed.reason())
                .containsAnyOf(RemovalReason.STANDFIRST, RemovalReason.STANDFIRST_REPEAT);
    }

    @Test
    void theStandfirstThatSaysMoreIsKept() {
        String standfirst =
                "A siren for those who live downstream would cost as much again, and nobody has promised to pay.";
        String page = PAGE.formatted("")
                .replace(
                        "<article><h1>Council mends the old weir</h1>",
                        "<h1>Council mends the old weir</h1><p class=\"standfirst\">" + standfirst
                                + "</p><p class=\"standfirst\">Stones in the pool.</p><article>");

        Extraction extraction = extractor.extract(page.getBytes(UTF_8), Optional.empty(), Optional.empty());

        assertThat(((ExtractedArticle) extraction).text())
                .startsWith(standfirst)
                .doesNotContain("Stones in the pool");
    }

    private ExtractedArticle article(String fragment) {
        byte[] page = PAGE.formatted(fragment).getBytes(UTF_8);
        Extraction extraction = extractor.extract(page, Optional.of("text/html; charset=utf-8"), Optional.empty());
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
        return (ExtractedArticle) extraction;
    }

    private static String kebab(RemovalReason reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
