package org.onrecord.nlp.quote.uncued;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Transcripts, round-ups, headlines, statements and posts; a slash stands for a new paragraph. */
class DialogueTurnsTest {
    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final NameFinder NAMES = TaggerNameFinder.load();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Interview with Ann Lee / LEE: / It is late. / We know it. / HOST: / Is it safe?; LEE=Ann Lee: It is late. We know it. # HOST: Is it safe?
            REYES (voice-over): The sea comes in. / TOM REYES, BAY NEWS: And here it is.; REYES=TOM REYES: The sea comes in. # TOM REYES=TOM REYES: And here it is.
            Q. Will it open? / A. In May. / Q. And the cost? / A. Nobody knows.; Q.: Will it open? # A.: In May. # Q.: And the cost? # A.: Nobody knows.
            host: is it safe? / lee: it is. / host: and the cost? / lee: it is fine. / Ann Lee was in Leeds.; host: is it safe? # lee=Ann Lee: it is. # host: and the cost? # lee=Ann Lee: it is fine.
            Ann Lee spoke. / ((Ann Lee)) It is late. / ((WN)) Why? / ((Ann Lee)) It rained.; Ann Lee=Ann Lee: It is late. # WN: Why? # Ann Lee=Ann Lee: It rained.
            Press conference of the Prime Minister, Ann Lee / PRIME MINISTER: It is late.; PRIME MINISTER=Ann Lee: It is late.
            """)
    void takesTheTurnsOfATranscript(String text, String turns) {
        assertThat(found(text, "dialogue-turn")).isEqualTo(turns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            What they said: / • Ann Lee, teacher: “I wept.” / • Bo Lind, 44: “I left.”; Ann Lee=Ann Lee: “I wept.” # Bo Lind=Bo Lind: “I left.”
            Ann Lee (Labour): “I wept. It was late.” He left.; Ann Lee=Ann Lee: “I wept. It was late.”
            - Mayor Ann Lee - “I wept.”; Mayor Ann Lee=Ann Lee: “I wept.”
            """)
    void takesAListOfReactions(String text, String reactions) {
        assertThat(found(text, "labelled-quotation")).isEqualTo(reactions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Minister: no new taxes / The budget is out.; Minister: no new taxes
            No new taxes: minister / The budget is out.; minister: No new taxes
            Bridge ‘a shambles’ – Lee / Ann Lee was in Leeds.; Lee=Ann Lee: Bridge ‘a shambles’
            Mayor: ‘We were late’ about flood / The flood is over.; Mayor: ‘We were late’
            Bridge collapse: what we know so far / The bridge is gone.; ~~
            Live updates: minister leaves / The minister is gone.; ~~
            """)
    void takesTheWordsOfAHeadline(String text, String words) {
        assertThat(found(text, "headline-colon")).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title / We were wrong. / — Ann Lee (@annlee) May 3, 2026",
                "Title / We were wrong. — Ann Lee (@annlee) May 3, 2026",
                "Title / View this post on Instagram / We were wrong. / A post shared by Ann Lee (@annlee)"
            })
    void takesAPostWithItsSignature(String text) {
        assertThat(found(text, "signed-post")).isEqualTo("Ann Lee=Ann Lee: We were wrong.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Rain / Ann Lee made the following statement: / “It is late now.”; Ann Lee=Ann Lee: “It is late now.”
            Rain / Statement of Sen. Ann Lee on the rain: / “It is late now. / “It is over.”; Sen. Ann Lee=Ann Lee: “It is late now. “It is over.”
            Rain / Sen. Ann Lee's statement on the rain: / “It is late now.”; Sen. Ann Lee=Ann Lee: “It is late now.”
            """)
    void takesAStatementThatIsIssued(String text, String statement) {
        assertThat(found(text, "issued-statement|announced-quotation")).isEqualTo(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rain / Ann Lee wrote on her page: / The bridge is safe. I saw it.",
                "Rain / Ann Lee said in a statement: / The bridge is safe. I saw it."
            })
    void takesTheParagraphThatIsAnnounced(String text) {
        assertThat(found(text, "announced-quotation")).isEqualTo("Ann Lee=Ann Lee: The bridge is safe. I saw it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOTE: The bridge was closed in May.",
                "WATCH: The minister on the bridge.",
                "READ MORE: Why we closed the bridge",
                "ISLAMABAD: The bridge was closed on Monday.",
                "Dakota, a cat. Image: Ann Lee. / Rex, a dog. Image: Ann Lee. / Max, a fox. Image: Bo Lind.",
                "Price: 9 / Size: 4 / Price: 8 / Size: 5"
            })
    void takesNoOtherWordBeforeAColonForASpeaker(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void takesADayAndAConjunctionForNoSpeaker() {
        assertThat(found("On Monday: “We wept.” / Or: “We left.”", "labelled-quotation"))
                .isEmpty();
    }

    @Test
    void partsTwoQuotationsOfOneSentence() {
        String text =
                "“It is safe,” said Ann Lee, and “it is not,” said Bo Lind. / “It is late,” Ann Lee said; “it is early,” Bo Lind said.";

        assertThat(found(text, "before-cue"))
                .isEqualTo("Ann Lee=Ann Lee: “It is safe,” # Bo Lind=Bo Lind: “it is not,”"
                        + " # Ann Lee=Ann Lee: “It is late,” # Bo Lind=Bo Lind: “it is early,”");
    }

    @Test
    void takesWordsThatAreSaidToBeSomebodysOwn() {
        assertThat(found("The gate fell, in Ann Lee's own words, “like a card”.", "own-words"))
                .isEqualTo("Ann Lee=Ann Lee: “like a card”");
    }

    @Test
    void takesNoWordsTwice() {
        assertThat(find("“It is safe,” Ann Lee said, adding: “It is late.”"))
                .flatExtracting(Quotation::spans)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static List<Quotation> find(String marked) {
        Document document = READER.read("", marked.replace(" / ", "\n\n"));
        return new ReportedSpeechFinder()
                .find(document, new ArticleEntityResolver().resolve(document, NAMES.find(document)));
    }

    /** Each as "words that name the speaker=entity: words said". */
    private static String found(String marked, String rule) {
        String text = marked.replace(" / ", "\n\n");
        Document document = READER.read("", text);
        Entities entities = new ArticleEntityResolver().resolve(document, NAMES.find(document));
        return new ReportedSpeechFinder()
                .find(document, entities).stream()
                        .filter(quotation -> quotation.rule().matches(rule))
                        .map(quotation -> speaker(quotation, text, entities) + ": " + words(quotation, text))
                        .collect(Collectors.joining(" # "));
    }

    private static String words(Quotation quotation, String text) {
        return quotation.spans().stream()
                .map(span -> text.substring(span.start(), span.end()))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    private static String speaker(Quotation quotation, String text, Entities entities) {
        Quotation.QuotedSpeaker speaker = quotation.speaker().orElseThrow();
        String name = text.substring(speaker.span().start(), speaker.span().end());
        return speaker.entity().isEmpty()
                ? name
                : name + "="
                        + entities.entities().get(speaker.entity().getAsInt()).name();
    }
}
