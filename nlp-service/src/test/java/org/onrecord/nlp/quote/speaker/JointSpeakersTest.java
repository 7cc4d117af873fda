package org.onrecord.nlp.quote.speaker;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

class JointSpeakersTest {

    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final NameFinder NAMES = TaggerNameFinder.load();
    private static final ReportedSpeechFinder FINDER = new ReportedSpeechFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Ann Lee + Tom Reyes              | Ann Lee and Tom Reyes said that the bridge was safe.
            Ann Lee + Tom Reyes              | In a joint statement, Ann Lee and Tom Reyes said the bridge was safe.
            Ann Lee + Tom Reyes + Paula Kern | Ann Lee, Tom Reyes and Paula Kern said that the bridge was safe.
            Ann Lee + Tom Reyes              | “The bridge is safe,” said Ann Lee and Tom Reyes.
            Ann Lee + Tom Reyes              | The bridge is safe, according to Ann Lee and Tom Reyes.
            Ann Lee + Tom Reyes              | On Tuesday, Ann Lee and Tom Reyes said the bridge was safe.
            Sens. Ann Lee + Tom Reyes        | Sens. Ann Lee (D-Ohio) and Tom Reyes (R-Utah) said that the bridge was safe.
            The mayor + the police chief     | The mayor and the police chief said that the bridge was safe.
            Ann Lee + her husband            | Ann Lee and her husband said they would stay.
            """)
    void allWhoSpeakTogetherAreNamed(String speakers, String text) {
        assertThat(speakers(text)).containsExactly(speakers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Paula Kern                     | Ann Lee met Tom Reyes and Paula Kern said that the bridge was safe.
            Tom Reyes                      | Ann Lee praised the plan and Tom Reyes said it was good.
            Ann Lee                        | “It is safe,” said Ann Lee and Tom Reyes left the room.
            Councillor and teacher Ann Lee | Councillor and teacher Ann Lee said that the bridge was safe.
            """)
    void whoStandsBesideASpeakerDoesNotSpeak(String speaker, String text) {
        assertThat(speakers(text)).containsExactly(speaker);
    }

    @Test
    void theySpeakWhoSpokeTogetherBefore() {
        String text = "Ann Lee and Tom Reyes said that the bridge was safe. They said that it would open on Monday.";

        assertThat(entities(text)).containsExactly("Ann Lee + Tom Reyes", "Ann Lee + Tom Reyes");
    }

    @Test
    void bothCountriesAreTheLastTwoThatStandTogether() {
        String text = "Ministers of Norway and Iceland met on Monday. Both countries said that the talks would go on.";

        assertThat(entities(text)).containsExactly("Norway + Iceland");
    }

    @Test
    void bothCountriesAreTheOnlyTwoThatAreNamed() {
        String text =
                "Indonesia sent ships to the island. Malaysia sent more. Both countries said that the talks would go on.";

        assertThat(entities(text)).containsExactly("Indonesia + Malaysia");
    }

    private static List<String> speakers(String text) {
        return find(text).stream()
                .map(quotation -> quotation.speakers().stream()
                        .map(speaker -> text.substring(
                                speaker.span().start(), speaker.span().end()))
                        .collect(Collectors.joining(" + ")))
                .toList();
    }

    private static List<String> entities(String text) {
        Document document = READER.read("", text);
        Entities entities = new ArticleEntityResolver().resolve(document, NAMES.find(document));
        return FINDER.find(document, entities).stream()
                .map(quotation -> quotation.speakers().stream()
                        .map(speaker -> entities.entities()
                                .get(speaker.entity().orElseThrow())
                                .name())
                        .collect(Collectors.joining(" + ")))
                .toList();
    }

    private static List<Quotation> find(String text) {
        Document document = READER.read("", text);
        return FINDER.find(document, new ArticleEntityResolver().resolve(document, NAMES.find(document)));
    }
}
