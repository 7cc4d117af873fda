package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.onrecord.scraper.extract.page.PageDecoder;
import org.onrecord.scraper.extract.page.PageReader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Of the days on a page, the one on which it appeared. */
class DateFinderTest {
    private static final String STORY =
            "<p>Masons have begun to mend the weir above the town, which broke in the flood of last winter.</p>";

    static Stream<Arguments> pages() {
        return Stream.of(
                arguments(
                        "a line above the headline, not one among other stories far below",
                        "2023-10-30",
                        page("<div>Fest, 30.10.2023</div><h1>The weir</h1><p>Ida Brook</p>" + STORY.repeat(8)
                                + "<h3>More</h3><div>Wochenende 12.10. - 15.10.2023</div>")),
                arguments(
                        "a line named for a date, not what a line beside it tells",
                        "2017-09-09",
                        page(
                                "<h2 class=date-header>9. September 2017</h2><h1>Love is War</h1><div>Erscheint: 14.08.2017</div>"
                                        + STORY)),
                arguments(
                        "a time element, not the day that a sentence tells of",
                        "2022-01-26",
                        page(
                                "<h1>New rules</h1><p>The rules for those who were vaccinated were renewed on 15 January 2022 for everybody.</p>"
                                        + STORY + "<time datetime=2022-01-26>today</time>")),
                arguments(
                        "a sentence, where nothing else has a day",
                        "2022-01-15",
                        page(
                                "<h1>New rules</h1><p>The rules for those who were vaccinated were renewed on 15 January 2022 for everybody.</p>"
                                        + STORY)),
                arguments(
                        "what a time element shows, where it states nothing",
                        "2020-03-31",
                        page("<h1>The weir</h1>" + STORY.repeat(30) + "<ul><li><time> 31.03.2020 </time></li></ul>")),
                arguments(
                        "what stands before the day of a change",
                        "2023-11-07",
                        page("<h1>The weir</h1><p class=date>Written: 2023-11-07 15:03Updated: 2023-11-08 9:30</p>"
                                + STORY)),
                arguments(
                        "a line beside the headline, not the day that the headline tells of",
                        "2007-05-20",
                        page("<h1>Results of 19.5.2007</h1><div>Marc Reed | 20.05.2007 | Sport</div>" + STORY)),
                arguments(
                        "the day of a post in a forum, not since when its writer is a member",
                        "2009-01-21",
                        page("<h1>The weir</h1><div>r23</div><div>Registriert: 18.09.2008, 05:56</div>"
                                + "<div>21.01.2009, 05:42</div>" + STORY)),
                arguments(
                        "numbers divided by bars",
                        "2022-01-26",
                        page("<h1>The weir</h1><table><tr><td>26 | 01 | 2022</td></tr></table>" + STORY)),
                arguments(
                        "the month in which the language has it: xml:lang",
                        "2020-10-02",
                        "<html xml:lang=en-GB><title>The weir</title><h1>The weir</h1><span>02/10/2020</span>" + STORY),
                arguments(
                        "an item property of an element that shows the day",
                        "2021-06-05",
                        page("<h1>The weir</h1>" + STORY.repeat(30)
                                + "<div>Filed <b itemprop=datePublished>5 June 2021</b> by the desk</div>")),
                arguments(
                        "the day in Vienna, where the clock shows the same minute as the universal time stated",
                        "2019-10-19",
                        page("<meta property=article:published_time content=2019-10-18T22:04:00Z><h1>The weir</h1>"
                                + "<div>19. Oktober 2019 00:04 Uhr</div>" + STORY)),
                arguments(
                        "the day stated, where the next day is printed at another minute",
                        "2019-10-18",
                        page("<meta property=article:published_time content=2019-10-18T22:04:00Z><h1>The weir</h1>"
                                + "<div>Stand: 19. Oktober 2019 09:11 Uhr</div>" + STORY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isTheDayOn(String name, String day, String page) {
        assertThat(published(page, "/story")).as(name).contains(LocalDate.parse(day));
    }

    @Test
    void anAddressMayHaveTheDayFirst() {
        String page = page("<h1>The weir</h1>" + STORY);

        assertThat(published(page, "/news/29-10-2021")).contains(LocalDate.of(2021, 10, 29));
        assertThat(published(page, "/news/41-10-2021")).isEmpty();
    }

    @Test
    void aDayIsFoundInTheMonthUnderWhichThePageIsFiled() {
        String foot = STORY + "<div class=foot>This piece was filed by one of us on the third, that is on a Saturday,"
                + " 3 December 2011, and it may be found under Politics, as all that we write of it, and under Town.</div>";
        String page = page("<h1>The weir</h1>" + foot);

        assertThat(published(page, "/news/2011/12/the-weir/")).contains(LocalDate.of(2011, 12, 3));
        assertThat(published(page, "/news/2011/11/the-weir/")).isEmpty();
    }

    private static Optional<LocalDate> published(String page, String path) {
        return Metadata.of(
                        PageReader.read(
                                PageDecoder.decode(page.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"))),
                        Optional.of(URI.create("https://courier.example" + path)))
                .published()
                .map(Moment::day);
    }

    private static String page(String body) {
        return "<!doctype html><html lang=de><title>A page</title><body>" + body + "</body></html>";
    }
}
