package org.onrecord.nlp.quote.speaker;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom the last report of a text is by, over all that finds names, speakers and reports. */
class ReportSpeakersTest {

    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final NameFinder NAMES = TaggerNameFinder.load();
    private static final ReportedSpeechFinder FINDER = new ReportedSpeechFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Alice Green    | The bill was drafted by Alice Green, who said that it would save lives.
            Alice Green    | Lead author Alice Green of Australia's Griffith University said that the ibis was sacred.
            Alice Green    | Another author, civil and environmental engineering professor Alice Green, said that the air was bad.
            Alice Green    | One of the study's authors, biologist Alice Green, said that the frogs were spiky.
            Alice Green    | The commissioner, Alice Green, said that the purchase was financed by a loan.
            Iran           | Talks with Iran go on. Tehran says that its nuclear facilities will only be used to generate electricity.
            Netherlands    | Ministers of Belgium and the Netherlands met on Monday. The Dutch government said that the talks would go on.
            Iceland        | Ministers of Norway and Iceland met on Monday. The latter said that the talks would go on.
            Hasbro         | Hasbro makes toys in Rhode Island. The company said that it would close two plants.
            UpGuard        | Two databases were found on the internet, according to a report on Wednesday by UpGuard.
            Transocean     | A spokesman for the U.S.-based operator, Transocean, said that the other workers were unharmed.
            """)
    void isMeant(String person, String text) {
        assertThat(persons(text)).endsWith(person);
    }

    private static List<String> persons(String text) {
        Document document = READER.read("", text);
        Entities entities = new ArticleEntityResolver().resolve(document, NAMES.find(document));
        return FINDER.find(document, entities).stream()
                .map(quotation -> quotation.speakers().stream()
                        .map(speaker -> speaker.entity().isPresent()
                                ? entities.entities()
                                        .get(speaker.entity().getAsInt())
                                        .name()
                                : "nobody")
                        .collect(Collectors.joining(" + ")))
                .toList();
    }
}
