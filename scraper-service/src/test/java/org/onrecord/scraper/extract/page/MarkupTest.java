package org.onrecord.scraper.extract.page;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MarkupTest {
    private static final List<String> PIECES = List.of(
            "<script>",
            "</script>",
            "<script src=a.js>",
            "<SCRIPT type='text/javascript'>",
            "</script >",
            "</scripted>",
            "<style>",
            "</style>",
            "<!--",
            "-->",
            "--!>",
            "<!-->",
            "--",
            "<div title=\"",
            "<p class='",
            "<p =\"",
            "<b x=y",
            "<br/",
            "\"",
            "'",
            ">",
            "<",
            "/",
            "=",
            " ",
            "<p>",
            "</p>",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<svg>",
            "</svg>",
            "<!doctype html>",
            "<?xml",
            "</",
            "5 ferries &amp; a port",
            " harbour",
            "<table>",
            "<td>",
            "</b>",
            "<path>",
            "</a>",
            "<a href=x>",
            "\n",
            " if (a < b) c();");

    @Test
    void keepsAllButWhatScriptsAndStylesHold() {
        // Given
        String page = "<p>one</p><script>if (a<b) { x('<p>') }</script><style>p > a {}</style><p>two</p>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals("<p>one</p><style></style><p>two</p>", kept(markup));
        assertEquals(page.indexOf("two"), markup.inSource(kept(markup).indexOf("two")));
    }

    @Test
    void takesOutWhatMakesNoTextOfAnArticle() {
        // Given
        String page =
                "<head>\n<!-- a --> <script>b</script>\n<meta content=c></head>\n<body> <div>\n<!-- d --><b>one</b></div> <p>\n"
                        + "<svg><path/></svg><svg><b>two</b></svg></p>\n</body>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals(
                "<head><meta content=c></head><body><div><b>one</b></div><p><svg></svg><svg><b>two</b></svg></p>\n</body>",
                kept(markup));
        assertEquals(page.indexOf("one"), markup.startInSource(kept(markup).indexOf("one")));
    }

    @Test
    void keepsTheSpaceThatDividesWords() {
        // Given
        String page = "<p>one<!-- a --> <b>two</b> <i>three</i> <a>four <p> <p>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals(page, kept(markup));
    }

    @Test
    void keepsLinkedData() {
        // Given
        String page = "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\"}</script>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals(page, kept(markup));
    }

    @Test
    void takesNothingOutOfCommentsAndAttributes() {
        // Given
        String page = "5<!-- <script> --><p class='<script>'>The ferry sails.</p>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals(page, kept(markup));
    }

    @Test
    void takesOutAttributesThatNobodyAsksFor() {
        // Given
        String page = "<div data-x=\"1\" onclick='a > b'class=a title=b/><img SRC=x.png alt><p ID=one>two</p>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals("<div class=a ><img ><p ID=one>two</p>", kept(markup));
        assertEquals(page.indexOf("two"), markup.inSource(kept(markup).indexOf("two")));
    }

    @Test
    void leavesATagThatNeverEnds() {
        // Given
        String page = "<p title=a>one<p title=a class=b";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals("<p >one<p title=a class=b", kept(markup));
    }

    @Test
    void leavesTheParserEveryTextAtItsPlaceHoweverBrokenThePage() {
        // Given
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder page = new StringBuilder();
            for (int piece = 0; piece < 14; piece++) {
                page.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            // When
            Markup markup = Markup.of(page.toString());
            // Then
            assertEquals(
                    texts(page.toString(), offset -> offset),
                    texts(kept(markup), markup::startInSource),
                    () -> "page: " + page);
        }
    }

    private static String kept(Markup markup) {
        try (Reader kept = markup.kept(new TreeBound(PageReader.MAX_NODES))) {
            StringWriter all = new StringWriter();
            kept.transferTo(all);
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text outside scripts, styles and drawings, without the space around it, and where it begins in the page. */
    private static List<String> texts(String html, IntUnaryOperator inSource) {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        List<String> texts = new ArrayList<>();
        document.forEachNode(node -> {
            if (node instanceof TextNode text
                    && !text.isBlank()
                    && !isOf(text, "script")
                    && !isOf(text, "style")
                    && !isOf(text, "svg")) {
                String words = text.getWholeText().stripLeading();
                int space = text.getWholeText().length() - words.length();
                texts.add(inSource.applyAsInt(text.sourceRange().startPos() + space) + " " + words.stripTrailing());
            }
        });
        return texts;
    }

    private static boolean isOf(TextNode text, String tag) {
        return text.parent() instanceof Element parent && parent.closest(tag) != null;
    }
}
