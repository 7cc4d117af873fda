package org.onrecord.nlp.quote;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.contracts.QuoteKind;
import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

class ReportedSpeechFinderTest {
    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final NameFinder NAMES = TaggerNameFinder.load();
    private static final ReportedSpeechFinder FINDER = new ReportedSpeechFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            before-cue | DIRECT | Mayor Helen Okafor | “We will rebuild the harbour before winter,” Mayor Helen Okafor said on Tuesday. | “We will rebuild the harbour before winter,”
            before-cue | DIRECT | Tom Reyes | “The bridge is safe,” said Tom Reyes, an engineer who inspected it. | “The bridge is safe,”
            before-cue | DIRECT | Okafor | ‘We can’t wait any longer,’ Okafor said. | ‘We can’t wait any longer,’
            before-cue | DIRECT | Anna Lindqvist | “This is wonderful!” beamed Anna Lindqvist. | “This is wonderful!”
            around-cue | DIRECT | she | “If the storm turns north,” she said, “we will close the schools.” | “If the storm turns north,” … “we will close the schools.”
            around-cue | INDIRECT | Reyes | The ferry, Reyes said, would sail again on Monday. | The ferry … would sail again on Monday
            before-cue | INDIRECT | the port authority | The harbour will open in June, according to the port authority. | The harbour will open in June
            after-cue | INDIRECT | the port authority | According to the port authority, the harbour will open in June. | the harbour will open in June
            after-cue | INDIRECT | The minister | The minister told reporters that the talks had failed. | the talks had failed
            after-cue | INDIRECT | Lindqvist | Lindqvist, who runs the hotel, has said that guests are leaving. | guests are leaving
            after-cue | MIXED | Okafor | Asked about the delay, Okafor said she was “not worried”. | she was “not worried”
            after-cue | INDIRECT | Okafor | Nobody believes Okafor's claim that the harbour is safe. | the harbour is safe
            after-cue | INDIRECT | his | Few voters believe his promise that the bridge would be rebuilt. | the bridge would be rebuilt
            after-cue | DIRECT | Reyes | Reyes told the press in an interview, “We checked every bolt of it.” | “We checked every bolt of it.”
            dialogue-turn | INDIRECT | LEE | LEE: Will you run again next year? | Will you run again next year?
            dash-and-name | DIRECT | Maria Santos | “Nobody asked the fishermen.” — Maria Santos | “Nobody asked the fishermen.”
            before-cue | DIRECT | Okafor | The council asked him to go: “I will stay in the harbour,” Okafor said. | “I will stay in the harbour,”
            after-cue | INDIRECT | Reyes | As Reyes has often said that the bridge is safe, the council keeps it open. | the bridge is safe
            after-cue | INDIRECT | Reyes | Reyes said the talks, which began in May, remained on course. | the talks, which began in May, remained on course
            after-cue | INDIRECT | The report | The report states that the bridge is safe. | the bridge is safe
            before-cue | DIRECT | a drummer | “They took my drums,” said a drummer who goes by the name “Sticks.” | “They took my drums,”
            after-cue | DIRECT | Okafor | Asked whether the pier was safe, Okafor told Radio Harbour: “No comment.” | “No comment.”
            after-cue | INDIRECT | It | It said, in a letter sent on Friday, that it was sorry. | it was sorry
            after-cue | INDIRECT | Lindqvist | Lindqvist, who said she was cold, went home. | she was cold
            after-cue | INDIRECT | the mayor | Reyes rejected the mayor’s claim that the pier had been sold. | the pier had been sold
            after-cue | INDIRECT | The harbour board | The harbour board announced the reopening of the pier on Friday. | the reopening of the pier on Friday
            labelled-quotation | DIRECT | Union leader Carl Boe | Union leader Carl Boe: “A black day for the harbour.” | “A black day for the harbour.”
            after-cue | MIXED | Okafor | Okafor added that the pier was “a ruin”, a view that few share. | the pier was “a ruin”
            after-cue | DIRECT | He | He ruled out the idea of “early elections” with his coalition partners. | “early elections”
            """)
    void findsEachConstruction(String rule, QuoteKind kind, String speaker, String text, String content) {
        assertThat(find(text)).anySatisfy(quotation -> {
            assertThat(words(quotation, text)).isEqualTo(content);
            assertThat(speaker(quotation, text)).isEqualTo(speaker);
            assertThat(quotation.kind()).isEqualTo(kind);
            assertThat(quotation.rule()).isEqualTo(rule);
        });
    }

    @Test
    void whoIsQuotedAsSayingSpeaksAndNotThePaper() {
        String text = "The BBC quoted Jim Brandt as saying the port was closed.";

        assertThat(find(text)).anySatisfy(quotation -> {
            assertThat(words(quotation, text)).isEqualTo("the port was closed");
            assertThat(speaker(quotation, text)).isEqualTo("Jim Brandt");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The mayor of London said taxes would rise. | The mayor of London | ~~
            The son of President Barack Obama said the plan was sound. | The son of President Barack Obama | ~~
            Donald Trump's lawyer said the case was over. | Donald Trump's lawyer | ~~
            The Clinton campaign said the vote was off. | The Clinton campaign | Clinton
            Kevin McCarthy of California said the vote was off. | Kevin McCarthy of California | Kevin McCarthy
            Secretary of State John Kerry said the talks would go on. | Secretary of State John Kerry | John Kerry
            A spokesman for Amnesty International said the plan was sound. | A spokesman for Amnesty International | Amnesty International
            People familiar with the matter said the deal was off. | People familiar with the matter | ~~
            Officials briefed on the talks said they would go on. | Officials briefed on the talks | ~~
            The mayor of London, Sadiq Khan, said taxes would rise. | The mayor of London | Sadiq Khan
            “We are ready,” said the head of the Red Cross in Syria, Marianne Gasser. | the head of the Red Cross in Syria | Marianne Gasser
            Sen. Lindsey Graham, R-S.C., a long-shot candidate, said Mr Reyes was wrong. | Sen. Lindsey Graham | Lindsey Graham
            “We are ready,” said Leeds astronomer Jim Brandt of the Northern Port Authority. | Leeds astronomer Jim Brandt | Jim Brandt
            John Kerry, the secretary of state, said the talks would go on. | John Kerry | John Kerry
            Supporters of Bernie Sanders said the vote was rigged. | Supporters of Bernie Sanders | ~~
            Two people who were at the meeting told Reuters that nothing had been agreed. | Two people | ~~
            On Tuesday the minister said taxes would rise. | the minister | ~~
            The deal was off, according to one of his senior aides. | one of his senior aides | ~~
            More than six in 10 said they were not looking forward to the campaign. | More than six in 10 | ~~
            The bank lacks money, said Ann Lee, a former governor. | Ann Lee | Ann Lee
            He had been in his second year, a school spokesman told The Wall Street Journal. | a school spokesman | ~~
            """)
    void theHeadOfAPhraseSpeaksAndNobodyNamedBesideIt(String text, String speaker, String entity) {
        Document document = READER.read("", text);
        Entities entities = new ArticleEntityResolver().resolve(document, NAMES.find(document));

        assertThat(FINDER.find(document, entities)).first().satisfies(quotation -> {
            assertThat(speaker(quotation, text)).isEqualTo(speaker);
            assertThat(quotation.speaker().orElseThrow().entity().stream()
                            .mapToObj(e -> entities.entities().get(e).name())
                            .collect(Collectors.joining()))
                    .isEqualTo(entity);
        });
    }

    @Test
    void endsAReportWhereTheNextOneBegins() {
        String text = "Okafor said the council would vote on the plan in May, but she warned that money was short.";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactly("the council would vote on the plan in May", "money was short");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            She accused the board of waste, called on it to resign and walked out. | the board of waste … it to resign
            Reyes said that on Monday. |
            His face said it all. |
            """)
    void keepsReportsApart(String marked, String contents) {
        String text = marked.replace(" # ", "\n\n");

        assertThat(find(text).stream().map(quotation -> words(quotation, text)).collect(Collectors.joining(" … ")))
                .isEqualTo(contents == null ? "" : contents);
    }

    @Test
    void givesAQuotationBehindTheWritersOwnSentenceToALineOfItsOwn() {
        assertThat(find("“I saw it,” she said. “It sank.” Then she left. “I will not go back.”"))
                .hasSize(2);
    }

    @Test
    void readsAQuotationWithinAnotherToItsEnd() {
        String text = "“They said, ‘We are going. We are tired.’ They went,” Okafor said.";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactlyInAnyOrder(
                        "“They said, ‘We are going. We are tired.’ They went,”", "‘We are going. We are tired.’");
    }

    @Test
    void carriesAQuotationOnPastWhatItsSpeakerAdded() {
        String text = "“The bridge is safe,” Reyes said, adding that he had seen it. “We checked every bolt.”";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactlyInAnyOrder("“The bridge is safe,” … “We checked every bolt.”", "he had seen it");
    }

    @Test
    void findsAReportThatStandsInAnotherToo() {
        String text = "According to the Harbour Courier, Okafor told the council on Monday that the bridge was closed.";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactlyInAnyOrder(
                        "Okafor told the council on Monday that the bridge was closed", "the bridge was closed");
    }

    @Test
    void givesWhatIsQuotedInTheNextParagraphToTheCueThatAnnouncesIt() {
        String text = "Lindqvist wrote:\n\n“We will stay. The hotel is our home.”";

        assertThat(find(text)).singleElement().satisfies(quotation -> {
            assertThat(quotation.rule()).isEqualTo("announced-quotation");
            assertThat(speaker(quotation, text)).isEqualTo("Lindqvist");
            assertThat(quotation.cue()).isPresent();
        });
    }

    @Test
    void takesAListOfQuotedWordsAsOneReport() {
        String text = "Okafor said the plan was “a joke,” “a waste” and “an insult”.";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactly("the plan was “a joke,” “a waste” and “an insult”");
    }

    @Test
    void takesTheTitleOfAWorkForNobodysWords() {
        String text = "Reyes said on the station’s “Morning Harbour” that the bridge was safe.";

        assertThat(find(text)).extracting(quotation -> words(quotation, text)).containsExactly("the bridge was safe");
    }

    @Test
    void saysNothingOfWhatSomebodyWasLongAccusedOf() {
        assertThat(find("The harbour went to a firm which the mayor has long accused of waste."))
                .isEmpty();
    }

    @Test
    void carriesAQuotationOnBehindItsCue() {
        String text = "“The bridge is safe,” said Tom Reyes. “We checked every bolt. It took a week.”";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactly("“The bridge is safe,” … “We checked every bolt. It took a week.”");
    }

    @Test
    void joinsTheParagraphsOfAQuotationThatIsOpenedAgainAtEach() {
        String text = "“It was dark, and I heard a voice.\n\n“Then the door opened,” Santos recalled.";

        assertThat(find(text))
                .extracting(quotation -> words(quotation, text))
                .containsExactly("“It was dark, and I heard a voice. … “Then the door opened,”");
    }

    @Test
    void givesAQuotationWithoutACueToTheOneItsSentenceIsAbout() {
        String text = "Okafor was calm but firm. “We have seen worse storms than this one.”";

        assertThat(find(text)).singleElement().satisfies(quotation -> {
            assertThat(speaker(quotation, text)).isEqualTo("Okafor");
            assertThat(quotation.cue()).isEmpty();
        });
    }

    @Test
    void resolvesTheSpeakerToTheFullestName() {
        String text = "Harbour master Tom Reyes arrived early. “The bridge is safe,” Reyes said.";
        Document document = READER.read("", text);
        Entities entities = new ArticleEntityResolver().resolve(document, NAMES.find(document));

        Quotation quotation = FINDER.find(document, entities).getFirst();

        assertThat(entities.entities()
                        .get(quotation.speaker().orElseThrow().entity().orElseThrow())
                        .name())
                .isEqualTo("Tom Reyes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The film “Night Ferry” opens on Friday.",
                "The council meets on the first Monday of each month.",
                "It goes without a word: the road is closed.",
                "He was in hospital after a reported fall at his home.",
                "The mass of green water, called a plume, was large enough to be seen from space.",
                "In time he began producing plays that others wrote for him.",
                "The officials, who asked not to be named, left by the back door.",
                "Okafor won battleground states like Nevada that have high costs.",
                "Those promises add up to nine million.",
                "His incendiary remarks about the harbour have angered many.",
                "Reyes did not respond to a request for comment.",
                "Reyes responded by closing the bridge to heavy traffic.",
                "A band called Sophistafunk got the crowd to dance.",
                "The so-called “night watch” was in the harbour again.",
                "He was a day late after he said it.",
                "<tweet id=\"12\" author=\"@reyes\">The bridge is safe, believe me.</tweet>"
            })
    void saysNothingWhereNobodySpeaks(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void isSurerOfAPlainQuotationThanOfAWeakCue() {
        double plain = find("“The bridge is safe,” Tom Reyes said.").getFirst().confidence();
        double weak = find("Okafor praised the volunteers after the flood in the north of the county.").stream()
                .mapToDouble(Quotation::confidence)
                .max()
                .orElse(0);

        assertThat(plain).isGreaterThan(0.8).isGreaterThan(weak + 0.2);
    }

    private static List<Quotation> find(String text) {
        Document document = READER.read("", text);
        return FINDER.find(document, new ArticleEntityResolver().resolve(document, NAMES.find(document)));
    }

    private static String words(Quotation quotation, String text) {
        return quotation.spans().stream()
                .map(span -> text.substring(span.start(), span.end()))
                .collect(Collectors.joining(" … "));
    }

    private static String speaker(Quotation quotation, String text) {
        TextSpan span = quotation.speaker().orElseThrow().span();
        return text.substring(span.start(), span.end());
    }
}
