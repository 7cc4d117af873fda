package org.onrecord.scraper.extract.body;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.extract.Extractor;
import org.onrecord.scraper.extract.NotAnArticle;
import org.onrecord.scraper.extract.NotAnArticle.Cause;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Pages that hold no article say so, and short or odd articles are not taken for them. */
class PageKindTest {
    private static final String NAVIGATION =
            "<nav><a href='/'>Home</a> <a href='/town'>Town</a> <a href='/sport'>Sport</a></nav>";
    private static final String TEASER =
            "<div class='card'><h3><a href='/story-%1$d'>Masons mend the old weir after flood number %1$d</a></h3>"
                    + "<p>The river had taken the fence with it on day %1$d.</p></div>";
    private static final String HEADLINE =
            "<li><a href='/story-%1$d'>Five walks along the upper river, part %1$d</a></li>";
    private static final String PICTURE =
            "<figure><img src='/%1$d.jpg'><figcaption>The boats at mark number %1$d on Sunday</figcaption></figure>";
    private static final String STORY = """
            <p>Masons have begun to mend the weir above the town, which broke in the flood of last winter and left the mill dry.</p>
            <p>“We found stones in the car park of the swimming pool,” said the mayor, Ida Brook, who had walked there in the dark.</p>
            <p>By the time help came, the river had moved two metres to the east and taken the fence of the rowing club with it.</p>
            %s
            <p>The work is to cost 80,000 crowns and end in May, when the miller hopes to grind the first flour since October.</p>
            <p>A wall beside it had been patched with concrete once before, which the frost of a single night then split again.</p>
            <p>Until then the swans have the upper pool to themselves, and nobody has asked them to leave, the council said on Monday.</p>
            <p>Those who live downstream want a warning siren as well, and have collected 412 signatures in three bakeries so far.</p>
            <p>Whether there is money for that will be settled after the harvest, according to the treasurer of the district.</p>
            """;

    private final Extractor extractor = new Extractor();

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(Cause.LISTING, "/", page("The Valley Post", "<main>" + times(20, TEASER) + "</main>")),
                arguments(
                        Cause.LISTING,
                        "/sport",
                        page("Sport | The Valley Post", "<ul>" + times(30, HEADLINE) + "</ul>")),
                arguments(
                        Cause.LISTING,
                        "/search?q=weir",
                        page("Search results for weir", "<p>30 results</p><main>" + times(30, TEASER) + "</main>")),
                arguments(
                        Cause.GALLERY,
                        "/pictures/regatta",
                        page("The regatta in pictures", "<h1>The regatta in pictures</h1>" + times(12, PICTURE))),
                arguments(
                        Cause.ERROR_PAGE,
                        "/gone",
                        page(
                                "404 - Page not found | The Valley Post",
                                "<h1>Page not found</h1><p>The page you are looking for has moved or never was. Try the search above.</p>")),
                arguments(
                        Cause.ERROR_PAGE,
                        "/story",
                        page(
                                "503 Service Unavailable",
                                "<h1>Service Unavailable</h1><p>The server cannot handle the request at the moment, please try again later.</p>")),
                arguments(
                        Cause.WALL,
                        "/story",
                        page(
                                "Before you continue",
                                "<h1>We value your privacy</h1><p>We and our partners store and read information on your device to show and measure advertising.</p><button>Accept all</button>")),
                arguments(
                        Cause.WALL,
                        "/story",
                        page(
                                "Just a moment...",
                                "<h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p>")),
                arguments(
                        Cause.OFFER,
                        "/products/lamp",
                        page("Reed lamp", "<h1>Reed lamp</h1>" + STORY.formatted("<button>Add to cart</button>"))),
                arguments(
                        Cause.OFFER,
                        "/weirs/weir-cleaning-services/",
                        page("Weir cleaning", "<h1>Weir cleaning</h1>" + STORY.formatted(""))),
                arguments(
                        Cause.OFFER,
                        "/lamps",
                        page(
                                "Lamps",
                                "<h1>Lamps</h1>"
                                        + STORY.formatted(
                                                times(9, "<div>No. %1$d</div><button>Add to basket</button>")))),
                arguments(
                        Cause.OFFER,
                        "/en/reed-lamp",
                        "<script type='application/ld+json'>{\"@type\": \"Product\", \"name\": \"Reed lamp\"}</script>"
                                + page("Reed lamp", "<h1>Reed lamp</h1>" + STORY.formatted(""))),
                arguments(
                        Cause.OFFER,
                        "/cleaning",
                        page(
                                "We clean weirs",
                                "<h1>We clean weirs</h1>"
                                        + STORY.formatted(
                                                times(6, "<div>No. %1$d</div><a href=/q>Request a quote</a>")))),
                arguments(
                        Cause.OFFER,
                        "/gummies",
                        page(
                                "Reed gummies",
                                "<h1>Reed gummies</h1>" + STORY.repeat(8).replace("%s", "")
                                        + times(9, "<div>No. %1$d</div><button>Add to cart</button>"))),
                arguments(
                        Cause.OFFER,
                        "/watches",
                        page(
                                "Watches",
                                "<h1>Watches</h1>"
                                        + STORY.formatted(times(
                                                3,
                                                "<div>From $%1$d9.90 a month</div>"
                                                        + "<a href=/q>Contact us</a><div>or £%1$d2</div>")))),
                arguments(
                        Cause.OFFER,
                        "/crm",
                        page(
                                "Free register",
                                "<h1>Free register</h1><p>We keep the names of those who buy your lamps, and you need nothing else to begin with.</p>"
                                        + times(3, "<div>No. %1$d</div><a href=/q>Sign up for free</a>"))),
                arguments(
                        Cause.LISTING,
                        "/list/recent",
                        page(
                                "New papers",
                                "<h1>New papers</h1><main>"
                                        + times(
                                                40,
                                                "<h3><a href=/%1$d>Paper number %1$d</a></h3><p>Title: How the wall beside the old weir came to break, part %1$d</p>")
                                        + "</main>")),
                arguments(
                        Cause.LISTING,
                        "/",
                        page(
                                "The Valley Post",
                                STORY.formatted("") + "<ul>" + times(45, "<li><a href=/%1$d>Town</a></li>") + "</ul>")),
                arguments(Cause.NO_TEXT, "/story", page("The Valley Post", "<div id=app></div>")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void isToldFromAnArticle(Cause cause, String path, String page) {
        Extraction extraction = extract(path, page);

        assertThat(extraction)
                .isInstanceOfSatisfying(
                        NotAnArticle.class, other -> assertThat(other.cause()).isEqualTo(cause));
    }

    static Stream<Arguments> articles() {
        return Stream.of(
                arguments(
                        "a brief of two sentences among many headlines",
                        page(
                                "Ferry aground in fog",
                                "<article><h1>Ferry aground in fog</h1><p>The ferry to the outer islands ran aground in fog before dawn on Tuesday with 43 people on board, the coastguard said.</p><p>Nobody was hurt, and the tide is expected to lift the ship off the sandbank towards the evening.</p></article><aside><ul>"
                                        + times(30, HEADLINE) + "</ul></aside>")),
                arguments(
                        "a story about a page that was not found",
                        page(
                                "Page not found: how the archive lost its maps",
                                "<article><h1>Page not found: how the archive lost its maps</h1>" + STORY.formatted("")
                                        + "</article>")),
                arguments(
                        "a story under a consent banner",
                        page(
                                "Council mends the old weir",
                                "<div class='cookie-banner'><p>We value your privacy. We and our partners store cookies.</p></div><article><h1>Council mends the old weir</h1>"
                                        + STORY.formatted("") + "</article>")),
                arguments(
                        "a story with four pictures in the middle",
                        page(
                                "The regatta",
                                "<article><h1>The regatta</h1>" + STORY.formatted(times(4, PICTURE)) + "</article>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("articles")
    void isNotSeenInAnArticle(String name, String page) {
        assertThat(extract("/story", page)).as(name).isInstanceOf(ExtractedArticle.class);
    }

    /** Between the last paragraph and a notice at the foot stand the headlines of other stories. */
    @Test
    void headlinesOfOtherStoriesFarFromTheStoryMakeNoListing() {
        String page = page(
                "Council mends the old weir",
                "<div><h1>Council mends the old weir</h1>" + STORY.formatted("") + "<div>"
                        + times(13, "<h3><a href=/%1$d>Masons mend weir number %1$d</a></h3>")
                        + "</div><p>What readers write in the comments is their own opinion and not that of the editors, who read them all the same every day.</p></div>");

        assertThat(extract("/story", page)).isInstanceOf(ExtractedArticle.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?p=31228", "/service/nachrichten/the-weir/", "/service/news_view.htm"})
    void isNoMatterOfTheAddressAlone(String path) {
        String page = page(
                "Council mends the old weir",
                "<h1>Council mends the old weir</h1>" + STORY.formatted("") + "<ul>"
                        + times(45, "<li><a href=/%1$d>Town</a></li>") + "</ul>");

        assertThat(extract(path, page)).isInstanceOf(ExtractedArticle.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/blogs/lamps/how-reeds-are-cut", "/news/products-of-the-river", "/story"})
    void aShopsArticleIsOne(String path) {
        String page = page(
                "How reeds are cut", "<h1>How reeds are cut</h1>" + STORY.formatted("<button>Add to cart</button>"));

        assertThat(extract(path, page)).isInstanceOf(ExtractedArticle.class);
    }

    private Extraction extract(String path, String page) {
        return extractor.extract(
                page.getBytes(UTF_8),
                Optional.of("text/html; charset=utf-8"),
                Optional.of(URI.create("https://courier.example" + path)));
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=en><head><title>" + title + "</title></head><body>" + NAVIGATION + body
                + "<footer>Imprint</footer></body></html>";
    }

    private static String times(int count, String fragment) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> fragment.formatted(number))
                .collect(Collectors.joining());
    }
}
