package org.onrecord.scraper.extract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.scraper.extract.metadata.Paywall;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page is by how it is served: as XML, relative to a base, in part. */
class ServedPagesTest {

    private static final URI URL = URI.create("https://paper.example.org/2026/ferry.html");

    private static final String FREE = """
            <p>The council of Northport voted on Tuesday to keep the ferry running through the winter, although the operator
            had asked for leave to lay it up until the first of April.</p>""";

    private static final String SOLD = """
            <p>“We cannot ask people to drive ninety miles round the fjord for a loaf of bread,” said the mayor, Ellen Marsh,
            after the vote, which had been put off twice since the summer.</p>
            <p>The operator will be paid eleven thousand crowns for each day on which the ferry sails, a fifth more than in the
            year before, and has to keep a second vessel ready at the quay.</p>
            <p>Fishermen who use the same harbour had asked for a longer pier, which the council will take up in January, when
            the report of the engineers is there.</p>""";

    @Test
    void xhtmlThatIsServedAsXmlIsReadByItsRules() {
        String page = """
                <?xml version="1.0" encoding="utf-8"?>
                <h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Ferry stays</h:title>
                <h:script src="/site.js"/><h:style/></h:head><h:body><h:div class="clear"/><h:h1>Ferry stays</h:h1><h:article>%s
                <h:p><![CDATA[Fares are < 5 crowns & stay so until the end of the year, the council's clerk said.]]></h:p>
                </h:article></h:body></h:html>
                """.formatted((FREE + SOLD).replace("<p>", "<h:p>").replace("</p>", "</h:p>"));

        ExtractedArticle article = read(page, "application/xhtml+xml");

        assertThat(article.title()).isEqualTo("Ferry stays");
        assertThat(article.text())
                .contains("voted on Tuesday", "eleven thousand crowns", "Fares are < 5 crowns & stay");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/,                     ferry,                          https://paper.example.org/en/ferry",
        "https://m.example.org/a/, b.html,                         https://m.example.org/a/b.html",
        ",                         ferry,                          https://paper.example.org/2026/ferry",
        "javascript:void(0),       ferry,                          https://paper.example.org/2026/ferry",
        "/en/,                     https://paper.example.org/x,    https://paper.example.org/x"
    })
    void aCanonicalLinkIsRelativeToTheBase(String base, String link, URI canonical) {
        String head = (base == null ? "<base target=_blank>" : "<base href='" + base + "'>")
                + "<link rel=canonical href='" + link + "'>";

        assertThat(read(page(head, FREE + SOLD), "text/html").canonicalUrl()).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'NewsArticle','isAccessibleForFree':false}",
                "{'@type':'NewsArticle','isAccessibleForFree':'False','hasPart':{'@type':'WebPageElement',"
                        + "'isAccessibleForFree':'False','cssSelector':'.sold'}}",
                "{'@type':'NewsArticle','isAccessibleForFree':true,'hasPart':[{'@type':'WebPageElement',"
                        + "'isAccessibleForFree':'http://schema.org/False','cssSelector':['.sold','#more']}]}",
                "{'@type':'NewsArticle','isAccessibleForFree':false,'wordCount':480}"
            })
    void theFreeLinesOfWhatIsSoldAreAPart(String linkedData) {
        String head = "<script type='application/ld+json'>" + linkedData.replace('\'', '"') + "</script>";
        String stub =
                "<p>The mayor, Ellen Marsh, called it a good day for the islands and for those who live on them.</p>";

        assertThat(read(page(head, FREE + stub), "text/html").evidence()).containsKey(Paywall.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'NewsArticle','isAccessibleForFree':false,'hasPart':{'@type':'WebPageElement',"
                        + "'isAccessibleForFree':false,'cssSelector':'.sold'}}",
                "{'@type':'NewsArticle','isAccessibleForFree':false,'wordCount':130}",
                "{'@type':'NewsArticle','isAccessibleForFree':true}",
                "{'@type':'NewsArticle'}"
            })
    void whatIsReadWholeIsNoneHoweverItIsSold(String linkedData) {
        String head = "<script type='application/ld+json'>" + linkedData.replace('\'', '"') + "</script>";

        assertThat(read(page(head, FREE + "<div class=sold>" + SOLD + "</div>"), "text/html")
                        .evidence())
                .doesNotContainKey(Paywall.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:has(*:has(*))", "p:matches((a+)+b)", "[", "..", "p, , >"})
    void aSelectorThatIsNoneSelectsNothing(String selector) {
        String head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false,"
                + "\"cssSelector\":\"" + selector + "\"}</script>";

        assertThat(read(page(head, FREE + SOLD), "text/html").text()).contains("voted on Tuesday");
    }

    private static String page(String head, String body) {
        return "<html><head><title>Ferry stays</title>" + head + "</head><body><article><h1>Ferry stays</h1>" + body
                + "</article></body></html>";
    }

    private static ExtractedArticle read(String page, String contentType) {
        return (ExtractedArticle) new Extractor()
                .extract(page.getBytes(StandardCharsets.UTF_8), Optional.of(contentType), Optional.of(URL));
    }
}
