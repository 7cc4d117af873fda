package org.onrecord.scraper.extract.page;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

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
            " if (a < b) c();");

    @Test
    void keepsAllButWhatScriptsAndStylesHold() {
        // Given
        String page = "<p>one</p><script>if (a<b) { x('<p>') }</script><style>p > a {}</style><p>two</p>";
        // When
        Markup markup = Markup.of(page);
        // Then
        assertEquals("<p>one</p><script></script><style></style><p>two</p>", kept(markup));
        assertEquals(page.indexOf("two"), markup.inSource(kept(markup).indexOf("two")));
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
        String page = "<!-- <script> --><p class='<script>'>The ferry sails.</p><script></script>";
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
                    texts(kept(markup), markup::inSource),
                    () -> "page: " + page);
        }
    }

    private static String kept(Markup markup) {
        return new BufferedReader(markup.kept(new TreeBound(PageReader.MAX_NODES)))
                .lines()
                .collect(Collectors.joining("\n"));
    }

    /** Every text outside scripts and styles, and where it begins in the page. */
    private static List<String> texts(String html, IntUnaryOperator inSource) {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        List<String> texts = new ArrayList<>();
        document.forEachNode(node -> {
            if (node instanceof TextNode text && !isOf(text, "script") && !isOf(text, "style")) {
                texts.add(inSource.applyAsInt(text.sourceRange().startPos()) + " " + text.getWholeText());
            }
        });
        return texts;
    }

    private static boolean isOf(TextNode text, String tag) {
        return text.parent() instanceof Element parent && parent.normalName().equals(tag);
    }
}
