package org.onrecord.scraper.extract;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.contracts.Block;

import static org.assertj.core.api.Assertions.assertThat;

/** Text, charsets and metadata, each shown on a small page of its own. */
class PageTest {

    private static final String BODY =
            "<p>The ferry was late again on Monday, and the harbour master said that nobody had minded in the least.</p>"
                    + "<p>The next one came on time, at a quarter past four, and there was nobody left to take it across.</p>";

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/html; charset=utf-8, ''",
        "UTF-8, '', ''",
        "UTF-8, '', <meta charset=iso-8859-1>",
        "windows-1252, '', <meta charset=windows-1252>",
        "windows-1252, text/html; charset=iso-8859-1, ''",
        "windows-1252, '', ''",
        "ISO-8859-2, '', '<meta http-equiv=content-type content=''text/html; charset=iso-8859-2''>'",
    })
    void theCharsetIsFound(String written, String contentType, String meta) {
        String page = meta + BODY
                + "<p>Der Bürgermeister aß Äpfel, während die Fähre über den Fluß fuhr und niemand es merkte.</p>";

        ExtractedArticle article = article(page.getBytes(Charset.forName(written)), contentType);

        assertThat(article.text()).contains("Der Bürgermeister aß Äpfel, während");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1254, <meta charset=iso-8859-9>",
        "GBK, <meta charset=gb2312>",
        "windows-31j, <meta charset=shift_jis>",
        "x-windows-949, <meta charset=euc-kr>",
        "UTF-8, '<script charset=shift_jis></script><meta charset=utf-8>'",
        "UTF-8, '<!-- <meta charset=big5> -->'",
        "UTF-8, <meta charset=gbk>",
    })
    void aLabelMeansWhatBrowsersTakeItFor(String written, String head) {
        String page = head + BODY + "<p>“Nobody minded, not in the least,” said the harbour master, and 朝 came.</p>";
        Charset charset = Charset.forName(written);
        String expected = charset.newEncoder().canEncode('朝') ? "朝" : "?";

        ExtractedArticle article = article(page.getBytes(charset), "");

        assertThat(article.text())
                .contains("“Nobody minded, not in the least,” said")
                .contains("and " + expected);
    }

    @Test
    void aBrokenByteIsNoOtherCharset() {
        byte[] page = ("<meta charset=utf-8>" + BODY + "<p>“Die Fähre kam zu spät,” sagte Jürgen Größl am Abend.</p>~")
                .getBytes(StandardCharsets.UTF_8);
        page[page.length - 1] = (byte) 0xE2;

        assertThat(article(page, "").text()).contains("“Die Fähre kam zu spät,” sagte Jürgen Größl");
    }

    @Test
    void whatIsHiddenWithinALineIsNotRead() {
        String page =
                "<article><p>The plan, <a href=/p>shown in May<span class=sr-only> (opens in a new tab)</span></a>, said that"
                        + " the <span style='display: none'>ERROR</span>pier could <button>sink</button> by <span class=ad-label>Advertisement</span>spring.</p>"
                        + "<div>A line in a box, by <x-person>Ann Lee</x-person>, goes on after the name that its site has marked.</div>"
                        + BODY + "</article>";

        assertThat(paragraphs(article(page.getBytes(StandardCharsets.UTF_8), "")))
                .contains(
                        "The plan, shown in May, said that the pier could sink by spring.",
                        "A line in a box, by Ann Lee, goes on after the name that its site has marked.");
    }

    @Test
    void whatAppearsOverANameThatIsPointedAtIsNotRead() {
        String page =
                "<article><p>On Monday <span class=rollover-people><a href=/lee>Ann Lee</a><span class=rollover-block>"
                        + "<img src=lee.jpg><a href=/lee>Ann Lee</a><a href=/x>Lee doubles down on ferries</a></span></span> said that the"
                        + " <span class=tooltip>fairway<span class=tooltip-text>where ships go</span></span> was clear.</p>"
                        + BODY
                        + "</article>";

        assertThat(paragraphs(article(page.getBytes(StandardCharsets.UTF_8), "")))
                .contains("On Monday Ann Lee said that the fairway was clear.");
    }

    @Test
    void aPrintedHeadlineIsReadWithoutTheSitesName() {
        String page =
                "<title>Ferry late again on Monday - Courier</title><meta property='og:site_name' content='Courier'>"
                        + "<h1>Ferry late again on Monday – Courier</h1><article>" + BODY + "</article>";

        assertThat(article(page.getBytes(StandardCharsets.UTF_8), "").title()).isEqualTo("Ferry late again on Monday");
    }

    @Test
    void whatScriptsAloneWouldShowIsRead() {
        String shadow = "<x-story><template shadowrootmode=open><article>" + BODY + "</article></template></x-story>";
        String lazy = "<main><div data-src=/lazy></div><noscript><div>" + BODY + "</div></noscript></main>";

        assertThat(article(shadow.getBytes(StandardCharsets.UTF_8), "").text()).contains("The ferry was late");
        assertThat(article(lazy.getBytes(StandardCharsets.UTF_8), "").text()).contains("The ferry was late");
    }

    @ParameterizedTest
    @CsvSource({"category-comment tag-cookies hentry", "post tag-newsletter cat-privacy", "entry category-related"})
    void whatAStoryIsFiledUnderNamesNoKindOfBox(String names) {
        String page = "<main><article class='" + names + "'>" + BODY + "</article></main><section>"
                + "<p>I have taken this ferry for thirty years, and it has never once been on time in all of them.</p></section>";

        assertThat(article(page.getBytes(StandardCharsets.UTF_8), "").text())
                .contains("The ferry was late", "quarter past four");
    }

    @Test
    void aByteOrderMarkIsBelievedBeforeAllElse() {
        byte[] page = ("\uFEFF<meta charset=iso-8859-1>" + BODY.replace("ferry", "fährry"))
                .getBytes(StandardCharsets.UTF_16LE);

        assertThat(article(page, "text/html; charset=iso-8859-1").text()).contains("The fährry was late");
    }

    @Test
    void paragraphsAreNeitherGluedNorSplit() {
        String page =
                "<article><p>One <b>bold</b> word, a soft\u00ADhyphen, a zero\u200Bwidth space and a&nbsp;hard one stood in this line.</p>"
                        + "<div>The first of two paragraphs that are divided by two breaks and nothing else.<br><br>"
                        + "The second of them goes on<br>after a single break, as a line of verse does at times.</div>"
                        + "<p><span class=dropcap>D</span>rop capitals belong to the word that they begin, wherever a style sheet puts them.</p></article>";

        assertThat(paragraphs(article(page.getBytes(StandardCharsets.UTF_8), "")))
                .containsExactly(
                        "One bold word, a softhyphen, a zerowidth space and a hard one stood in this line.",
                        "The first of two paragraphs that are divided by two breaks and nothing else.",
                        "The second of them goes on after a single break, as a line of verse does at times.",
                        "Drop capitals belong to the word that they begin, wherever a style sheet puts them.");
    }

    @Test
    void whatBrowsersSetInMarksHasThem() {
        String page =
                "<article><p>She told reporters: <q>It was <b>a</b> lie</q>, and left the hall by the door behind the stage.</p>"
                        + "<p>He wrote that <q>the master said <q> no boat </q> and left</q>; <q></q>nobody <q>“had minded”</q> it at all.</p>"
                        + BODY + "</article>";

        assertThat(paragraphs(article(page.getBytes(StandardCharsets.UTF_8), "")))
                .contains(
                        "She told reporters: “It was a lie”, and left the hall by the door behind the stage.",
                        "He wrote that “the master said ‘no boat’ and left”; nobody “had minded” it at all.");
    }

    @Test
    void aHiddenCopyOfAParagraphDoesNotTakeTheOneThatIsRead() {
        String lead =
                "Two goats from the upper farm rode the ten o’clock boat to the island and back without a ticket between them.";
        String page =
                "<article><p class=wide>" + lead + "</p><p class=narrow hidden>" + lead + "</p>" + BODY + "</article>";

        assertThat(paragraphs(article(page.getBytes(StandardCharsets.UTF_8), "")))
                .containsOnlyOnce(lead);
    }

    @Test
    void eachBlockKnowsTheRangeItCameFrom() {
        String page = "<html><body><nav>Home</nav><article>" + BODY + "</article></body></html>";

        ExtractedArticle article = article(page.getBytes(StandardCharsets.UTF_8), "");

        assertThat(article.blocks())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(page.substring(
                                block.source().start(), block.source().end()))
                        .isEqualTo(article.text().substring(block.start(), block.end())));
    }

    @Test
    void thePrintedHeadlineAndBylineWinOverWhatIsDeclared() {
        String page = """
                <title>Ferry late | Courier</title><meta property="og:site_name" content="Courier">
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
                 "headline": "Ferry late again on Monday", "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Courier"}],
                 "datePublished": "2026-03-02T01:30:00Z", "dateModified": "2026-03-02T08:00:00Z", "articleSection": "Harbour"}]}</script>
                <h1>Ferry late again on Monday, and nobody minded</h1><p>By Ann Lee and Bob Ray</p><p>March 1, 2026 8:30 PM EST</p>
                """ + "<article>" + BODY + "</article>";

        ExtractedArticle article = article(page.getBytes(StandardCharsets.UTF_8), "");

        assertThat(article.title()).isEqualTo("Ferry late again on Monday, and nobody minded");
        assertThat(article.authors()).containsExactly("Ann Lee", "Bob Ray");
        assertThat(article.published()).hasToString("Optional[2026-03-02T01:30:00Z]");
        assertThat(article.publishedDay()).hasToString("Optional[2026-03-01]");
        assertThat(article.modified()).hasToString("Optional[2026-03-02T08:00:00Z]");
        assertThat(article.section()).contains("Harbour");
        assertThat(article.siteName()).contains("Courier");
        assertThat(article.evidence())
                .containsEntry("title", "h1")
                .containsEntry("authors", "byline")
                .containsEntry("published", "json-ld");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ann Lee, Political Correspondent           | Ann Lee",
                "By ANN O'NEILL and Bob Ray · 8 March 2026     | Ann O'Neill;Bob Ray",
                "Written by Jan van den Berg                   | Jan van den Berg",
                "By Ann Lee, MD, PhD                           | Ann Lee",
                "From staff reports                            | ''",
                "By The Courier Newsroom                       | ''",
                "By Admin                                      | ''",
                "By Ann Lee Photography by Bob Ray             | Ann Lee",
                "Mar. 1, 2026 · Ann Lee on behalf of the crew  | Ann Lee",
                "By Ann                                        | Ann",
                "By Newsroom                                   | ''",
            })
    void authorsArePeople(String byline, String expected) {
        String page =
                "<h1>Ferry late again on Monday</h1><p class=byline>" + byline + "</p><article>" + BODY + "</article>";

        List<String> authors =
                article(page.getBytes(StandardCharsets.UTF_8), "").authors();

        assertThat(String.join(";", authors)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<time datetime='2026-03-01T10:00:00+02:00'>1 March</time>  | 2026-03-01T08:00:00Z",
                "<meta property='article:published_time' content='2026-03-01 10:00'> | 2026-03-01T10:00:00Z",
                "<meta name=date content='12/21/2025 3:00:50 PM'>           | 2025-12-21T15:00:50Z",
                "<p>Published 1st March 2026, 10:00 GMT</p>                 | 2026-03-01T10:00:00Z",
                "<p>Mar. 1, 2026 at 5:00 a.m. EST</p>                       | 2026-03-01T10:00:00Z",
                "<meta name=date content='2026-13-40'>                      | ''",
            })
    void datesAreReadInTheirNotations(String markup, String expected) {
        String page = "<h1>Ferry late again on Monday</h1>" + markup + "<article>" + BODY + "</article>";

        String published = article(page.getBytes(StandardCharsets.UTF_8), "")
                .published()
                .map(Object::toString)
                .orElse("");

        assertThat(published).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de    | <p>Von Ann Lee, 1. März 2026, 10.30 Uhr</p>           | 2026-03-01",
                "de    | <p>Ausgabe: 11</p><p>Datum:1. März 2026</p>         | 2026-03-01",
                "de    | <div>Hafen, (01.03.2026). Die Fähre war wieder zu spät, und niemand am Kai fragte mehr, warum sie denn heute wieder erst nach Mittag kam und wann die nächste fährt.</div> | 2026-03-01",
                "fr    | <p>Publié le 1er août 2026 à 10h30</p>                | 2026-08-01",
                "es    | <p>1 de marzo de 2026</p>                            | 2026-03-01",
                "it    | <p>domenica 1 marzo 2026</p>                         | 2026-03-01",
                "pl    | <p>1 marca 2026, 12:00</p>                           | 2026-03-01",
                "ru    | <p>1 марта 2026</p>                                  | 2026-03-01",
                "tr    | <p>1 Mart 2026</p>                                   | 2026-03-01",
                "hu    | <p>2026. március 1.</p>                              | 2026-03-01",
                "ja    | <p>2026年3月1日 20時01分</p>                            | 2026-03-01",
                "ko    | <p>2026년 3월 1일</p>                                   | 2026-03-01",
                "en-GB | <p>Published: 01/03/2026</p>                         | 2026-03-01",
                "en-US | <p>03/01/2026</p>                                    | 2026-03-01",
                "en    | <p>Updated 9 March 2026. Published 1 March 2026</p>  | 2026-03-01",
                "en    | <p>Last updated: March 9, 2026</p><p>March 1, 2026</p> | 2026-03-01",
                "en    | <meta name=date content='2026-03-02T10:32:24Z'><p>1 March 2026: the vote</p> | 2026-03-02",
            })
    void daysAreReadInTheirLanguages(String language, String markup, String expected) {
        String page = "<html lang='" + language + "'><h1>Ferry late again on Monday</h1>" + markup + "<article>" + BODY
                + "</article></html>";

        assertThat(article(page.getBytes(StandardCharsets.UTF_8), "").publishedDay())
                .hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'@type': 'Person', 'name': 'PN Redazione'}                    | di Marco Riva | Marco Riva",
                "{'@type': 'Person', 'name': 'Trine Vik Holm og Jens Lind'}     | ''            | Trine Vik Holm;Jens Lind",
                "[{'@type': 'Person', 'name': '김민준'}, {'@type': 'Person', 'name': '이서연'}] | '' | 김민준;이서연",
                "{'@type': 'Person', 'name': '산업뉴스'}                           | By Ann Lee    | Ann Lee",
                "{'@type': 'Person', 'name': 'Ada Courier'}                     | ''            | Ada Courier",
                "''                                                             | <a href='/author/kate/'>Kate Serrano</a> | Kate Serrano",
                "''                                                             | <figcaption itemprop=author>Foto: Mads Holm</figcaption> | ''",
            })
    void authorsAreToldFromDesksAndSites(String author, String byline, String expected) {
        String page = "<meta property='og:site_name' content='Ada Courier'>"
                + (author.isEmpty()
                        ? ""
                        : "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Ferry late again on Monday\", \"author\": "
                                + author.replace('\'', '"') + "}</script>")
                + "<h1>Ferry late again on Monday</h1><p>" + byline + "</p><article>" + BODY + "</article>";

        List<String> authors =
                article(page.getBytes(StandardCharsets.UTF_8), "").authors();

        assertThat(String.join(";", authors)).isEqualTo(expected);
    }

    @Test
    void theDataOfAnotherStoryIsNotThisStorys() {
        String page = """
                <title>Ferry late again on Monday – The Courier</title>
                <script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Ferry late again on Monday", "description": "He said "never mind" to all",
                 "datePublished": "2026-03-02T10:00:00Z", "author": {"@type": "Person", "name": "Ann Lee"}},
                {"@type": "NewsArticle", "headline": "Mill sold to a baker", "datePublished": "2025-01-01", "dateModified": "2025-01-02", "articleSection": "Town",
                 "publisher": {"name": "The Courier"}, "author": {"@type": "Person", "name": "Bob Ray"}, "mainEntityOfPage": "https://courier.example/mill"}]</script>
                <header><a href="/">The Courier</a></header>
                """ + "<article>" + BODY + "</article>";

        ExtractedArticle article = article(page.getBytes(StandardCharsets.UTF_8), "");

        assertThat(article.title()).isEqualTo("Ferry late again on Monday");
        assertThat(article.authors()).containsExactly("Ann Lee");
        assertThat(article.publishedDay()).hasToString("Optional[2026-03-02]");
    }

    @Test
    void whoStandsBesideTheHeadlineWithAPictureWroteIt() {
        String head = "<header><h1>Ferry late again on Monday</h1><p>The harbour has heard no complaints so far.</p>"
                + "<div><div><img src=lee.jpg></div><div><p>By Ann Lee</p></div></div></header>";
        String picture = "<h1>Ferry late again on Monday</h1><div><img src=ferry.jpg>"
                + "<p>The ferry at noon on Monday, as it came in at last</p><div><p>By Bob Ray</p></div></div>";

        assertThat(authors(head)).containsExactly("Ann Lee");
        assertThat(authors(picture)).isEmpty();
    }

    @Test
    void whoSignedTheStoryBeneathItWroteIt() {
        String headline = "<h1>Ferry late again on Monday</h1>";
        String story = headline + "<article>" + BODY.repeat(20) + "</article>";

        assertThat(authors(story + "<div>Written by Ann Lee</div>")).containsExactly("Ann Lee");
        assertThat(authors(story + "<div>Written by</div><div>Ann Lee</div>")).containsExactly("Ann Lee");
        assertThat(authors(story + "<div>Written by Ann Lee</div><div>Written by Bob Ray</div>"))
                .isEmpty();
    }

    @Test
    void aFirstNameIsAnAuthorsUnlessItIsTheSites() {
        String story = "<h1>Ferry late again on Monday</h1><article>" + BODY + "</article>";
        String stated = "<meta name=author content=Ann>" + story;

        assertThat(authors(stated)).containsExactly("Ann");
        assertThat(authors("<meta property='og:site_name' content='Ann and Bob'>" + stated))
                .isEmpty();
        assertThat(authors("<a rel=author href='/ann'>Ann</a>" + story)).containsExactly("Ann");
    }

    @Test
    void theHeadingOfAPartIsNoHeadline() {
        String page = "<title>How to start a ferry line in Porto: the short guide</title>" + BODY
                + "<h2>How long does it take to start a ferry line in Porto?</h2>" + BODY;

        assertThat(article(page.getBytes(StandardCharsets.UTF_8), "").title())
                .isEqualTo("How to start a ferry line in Porto: the short guide");
    }

    private List<String> authors(String head) {
        String page = head.contains("<article>") ? head : head + "<article>" + BODY + "</article>";
        return article(page.getBytes(StandardCharsets.UTF_8), "").authors();
    }

    @Test
    void aHeadlineIsReadWithoutItsKickerAndItsEscapes() {
        String kicker = "<meta property='og:title' content='Ferry late again on Monday'>"
                + "<h1><span>Harbour</span><span>Ferry late again on Monday</span></h1>" + BODY;
        String escaped = "<title>Master: &amp;amp;quot;Nobody minded&amp;amp;quot; the ferry</title>" + BODY;

        assertThat(article(kicker.getBytes(StandardCharsets.UTF_8), "").title())
                .isEqualTo("Ferry late again on Monday");
        assertThat(article(escaped.getBytes(StandardCharsets.UTF_8), "").title())
                .isEqualTo("Master: \"Nobody minded\" the ferry");
    }

    @Test
    void theUrlDatesAnArticleThatDoesNot() {
        Extraction extraction = extractor.extract(
                BODY.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.of(URI.create("https://courier.example/2026/mar/01/ferry-late")));

        assertThat(((ExtractedArticle) extraction).published()).hasToString("Optional[2026-03-01T00:00:00Z]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Die Fähre kam am Montag wieder zu spät, und der Hafenmeister sagte, dass sich niemand darüber beschwert habe.",
                "fr | Le bac était encore en retard lundi, et le capitaine du port a déclaré que personne ne s'en était plaint.",
                "es | El transbordador volvió a llegar tarde el lunes y el capitán del puerto dijo que nadie se había quejado.",
                "ru | Паром снова опоздал в понедельник, и начальник порта сказал, что никто на это не пожаловался."
            })
    void theLanguageIsTold(String language, String sentence) {
        String page = "<article>" + ("<p>" + sentence + "</p>").repeat(3) + "</article>";

        assertThat(article(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                        .language())
                .isEqualTo(language);
    }

    private ExtractedArticle article(byte[] page, String contentType) {
        Extraction extraction = extractor.extract(page, Optional.of(contentType), Optional.empty());
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
        return (ExtractedArticle) extraction;
    }

    private static List<String> paragraphs(ExtractedArticle article) {
        List<String> paragraphs = new java.util.ArrayList<>();
        for (Block block : article.blocks()) {
            paragraphs.add(article.text().substring(block.start(), block.end()));
        }
        return paragraphs;
    }
}
