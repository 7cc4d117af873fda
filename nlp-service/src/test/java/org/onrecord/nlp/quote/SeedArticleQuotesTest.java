package org.onrecord.nlp.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

/** The article the project began with: who said what in it. */
class SeedArticleQuotesTest {
    private static final Document ARTICLE = OpenNlpDocumentReader.load().read("", text());
    private static final Entities ENTITIES =
            new ArticleEntityResolver().resolve(ARTICLE, TaggerNameFinder.load().find(ARTICLE));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The Obama administration is willing to talk | stemming the advance of Sunni extremists | John Kerry
            “joint military | operations” | Pentagon
            Washington is “open to discussions” | confidence in the Iraqi government | John Kerry
            he would “not rule out | constructive” | John Kerry
            any contacts with Iran | “step-by-step.” | John Kerry
            “We’re open to discussions | ability of the government to reform.” | John Kerry
            “At this moment, I think | minimise the violence.” | John Kerry
            while there may be discussions | would not include military coordination | John Kirby
            “We are not planning | inside Iraq.” | John Kirby
            US air strikes, including | President Nouri al-Maliki | John Kerry
            Air strikes “are not | terrorising people,” | John Kerry
            """)
    void findsItWithItsSpeaker(String begins, String ends, String speaker) {
        assertThat(new ReportedSpeechFinder().find(ARTICLE, ENTITIES)).anySatisfy(quotation -> {
            assertThat(ARTICLE.text()
                            .substring(
                                    quotation.spans().getFirst().start(),
                                    quotation.spans().getLast().end()))
                    .startsWith(begins)
                    .endsWith(ends);
            assertThat(ENTITIES.entities()
                            .get(quotation.speaker().orElseThrow().entity().orElseThrow())
                            .name())
                    .endsWith(speaker);
        });
    }

    private static String text() {
        try {
            return Files.readString(Path.of("../seeds/article/us-open-to-working-with-iran.txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
