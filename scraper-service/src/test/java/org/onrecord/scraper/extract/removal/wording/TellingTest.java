package org.onrecord.scraper.extract.removal.wording;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extractor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Sentences of a story in which the words of a prompt stand, and prompts that stand in a story. */
class TellingTest {
    private static final String PAGE = """
            <html lang="en"><head><title>Village saves its cinema</title></head><body><article><h1>Village saves its cinema</h1>
            <p>The cinema at Low Marsh will open again in June, after its neighbours bought the building at an auction.</p>
            <p>%s</p>
            <p>The roof has to be mended first, which will cost more than the house itself, and nobody knows by how much.</p>
            <p>The first film is to be the last that was shown there, because the reels were found under the stage in April.</p>
            </article></body></html>
            """;

    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Whoever wants to help can become a member on Sunday,” said Nora Pike, who runs the box office.",
                "Bidders were asked to make a contribution of ten crowns each before the hammer fell.",
                "Tenants who subscribe to the heating scheme pay half, the housing office found.",
                "Owners of the old seats may receive compensation of forty crowns, the auctioneer told the hall.",
                "“Our privacy policy never mentioned the cameras,” the former manager admitted in court.",
                "The chain said that this website uses cookies because its lawyers had insisted on them.",
                "Exclusive: the buyer, Otto Grahn, has told this paper that he will not sell the foyer.",
                "See more films and the evenings will be shorter, Pike promised.",
                "Follow the money on Facebook groups and it leads to the mill, she argued.",
                "Photos of the roof were passed from hand to hand, and the older members wept.",
                "She went on to keep reading the letters aloud until the lights came back.",
                "Sign up for the choir or stay at home, the verger told the boys.",
                "All rights reserved to the heirs were sold in May, prosecutors alleged.",
                "Originally published as a serial, the script was read aloud at the auction.",
                "Reporting by the fire brigade shows that the stairs are sound.",
                "Copyright 2019 rules on films were struck down in court on Tuesday.",
                "Get the reels delivered to the village was the order from the studio.",
                "Never miss a beat was the motto of the pianist.",
                "Exclusive: mayor resigns over seats.",
                "Voters who accept all cookies on the portal lose their place, the study found.",
            })
    void aSentenceThatReportsIsKept(String sentence) {
        ExtractedArticle article = (ExtractedArticle)
                extractor.extract(PAGE.formatted(sentence).getBytes(UTF_8), Optional.empty(), Optional.empty());

        assertThat(article.text()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Become a member of the Marsh Courier today and keep its reporters on the road.",
                "If you enjoy our work, please make a donation to the Marsh Courier.",
                "We may earn a commission if you buy something by a link on this page.",
                "This website uses cookies to remember what was read.",
                "To continue reading, log in to your account.",
                "Photo: Nora Pike / Marsh Courier",
                "Read more: How the cinema was lost",
            })
    void aPromptIsNot(String prompt) {
        ExtractedArticle article = (ExtractedArticle)
                extractor.extract(PAGE.formatted(prompt).getBytes(UTF_8), Optional.empty(), Optional.empty());

        assertThat(article.text()).doesNotContain(prompt);
    }
}
