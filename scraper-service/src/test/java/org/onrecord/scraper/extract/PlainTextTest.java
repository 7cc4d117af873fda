package org.onrecord.scraper.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Block;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PlainTextTest {

    private final Extractor extractor = new Extractor();

    @Test
    void theSeedKeepsItsParagraphsWordForWordAndLosesItsPrompts() throws IOException {
        String seed = Files.readString(Path.of("..", "seeds", "article", "us-open-to-working-with-iran.txt"));

        ExtractedArticle article = (ExtractedArticle) extractor.extractText(seed, Optional.empty(), Optional.empty());

        assertThat(article.title()).isEqualTo("US open to working with Iran against extremists");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.blocks())
                .hasSize(11)
                .allSatisfy(block -> assertThat(words(article, block))
                        .isEqualTo(seed.substring(
                                        block.source().start(), block.source().end())
                                .strip()));
        assertThat(article.removed())
                .extracting(RemovedBlock::reason, RemovedBlock::text)
                .containsExactly(
                        tuple(RemovalReason.DUPLICATE_HEADLINE, "US open to working with Iran against extremists"),
                        tuple(RemovalReason.DUPLICATE_HEADLINE, "US open to working with Iran against extremists"),
                        tuple(RemovalReason.RELATED_LINKS, "More in this section"),
                        tuple(
                                RemovalReason.NEWSLETTER_PROMPT,
                                "Select your favourite newsletters and get the best of Irish Examiner delivered to your inbox"));
    }

    @Test
    void headlinesUnderMoreInThisSectionAreLinksUntilProseGoesOn() {
        String text = """
                The ferry was late again on Monday, the harbour master said.

                More in this section

                Five walks along the river
                Why the clock tower stopped

                The next one came on time, and nobody was there to take it.
                """;

        ExtractedArticle article =
                (ExtractedArticle) extractor.extractText(text, Optional.empty(), Optional.of("Late"));

        assertThat(article.text())
                .isEqualTo("The ferry was late again on Monday, the harbour master said.\n\n"
                        + "The next one came on time, and nobody was there to take it.");
        assertThat(article.removed()).extracting(RemovedBlock::reason).containsOnly(RemovalReason.RELATED_LINKS);
    }

    @Test
    void wrappedLinesAreJoinedAndLinesWithoutBlanksAreParagraphs() {
        String wrapped = "The ferry was late again\non Monday, the harbour\nmaster said.\n\nNobody minded at all.";
        String lines = "The ferry was late again on Monday.\r\nNobody minded at all.";

        assertThat(paragraphs(wrapped))
                .containsExactly(
                        "The ferry was late again on Monday, the harbour master said.", "Nobody minded at all.");
        assertThat(paragraphs(lines)).containsExactly("The ferry was late again on Monday.", "Nobody minded at all.");
    }

    private List<String> paragraphs(String text) {
        ExtractedArticle article =
                (ExtractedArticle) extractor.extractText(text, Optional.empty(), Optional.of("Late"));
        return article.blocks().stream().map(block -> words(article, block)).toList();
    }

    private static String words(ExtractedArticle article, Block block) {
        return article.text().substring(block.start(), block.end());
    }

    @Test
    void aTextOfAFewWordsIsNoArticle() {
        assertThat(new Extractor().extractText("x", Optional.empty(), Optional.empty()))
                .isInstanceOf(NotAnArticle.class);
        assertThat(new Extractor().extractText("Ferry strike ends", Optional.empty(), Optional.empty()))
                .isInstanceOf(NotAnArticle.class);
    }
}
