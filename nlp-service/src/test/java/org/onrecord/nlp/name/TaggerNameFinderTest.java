package org.onrecord.nlp.name;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import opennlp.tools.util.Span;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

class TaggerNameFinderTest {
    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final NameTagger TAGGER = TaggerNameFinder.loadTagger();
    private static final TaggerNameFinder FINDER = new TaggerNameFinder(TAGGER);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "President Barack Obama met Angela Merkel in Berlin on Friday.|PERSON Barack Obama, PERSON Angela Merkel, PLACE Berlin",
                "Iraq’s army took Tikrit from al Qaeda-inspired fighters.|PLACE Iraq, PLACE Tikrit, ORGANISATION al Qaeda",
                "US-Iranian talks began, Secretary of State John Kerry said.|PLACE US, PERSON John Kerry",
                "He joined the Islamic State of Iraq and the Levant in Syria.|ORGANISATION Islamic State of Iraq and the Levant, PLACE Syria",
                "Mr Smith told the BBC that London was calm.|PERSON Smith, ORGANISATION BBC, PLACE London",
                "GERMANY BEAT FRANCE IN BERLIN .|PLACE GERMANY, PLACE FRANCE, PLACE BERLIN",
                "House Passes Budget Bill After Meeting With Xi Jinping|ORGANISATION House, PERSON Xi Jinping",
                "Treasurer Wayne Swan met Senate Minority Whip Dick Durham.|PERSON Wayne Swan, ORGANISATION Senate, PERSON Dick Durham",
                "Sunni Muslims, Tibetans and Saudi Shi'ites prayed.|''",
                "Kim Jong-un met Moon Jae-in; Micheál Martin of Fianna Fáil stayed.|PERSON Kim Jong-un, PERSON Moon Jae-in, PERSON Micheál Martin, ORGANISATION Fianna Fáil",
                "Ursula von der Leyen met Abdel Fattah el-Sisi.|PERSON Ursula von der Leyen, PERSON Abdel Fattah el-Sisi",
                "Nobody came to the meeting on Tuesday.|''"
            })
    void findsNames(String text, String expected) {
        assertThat(String.join(", ", find(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Denver 28 Cleveland 10|B-ORG O B-ORG O",
                "DENVER AT CLEVELAND|B-ORG O B-ORG",
                "Baltimore 74 60 .552 4|B-ORG O O O O",
                "Sri Lanka 3 Russia 1|B-LOC I-LOC O B-LOC O",
                "LISBON 1998-05-12|B-LOC O"
            })
    void aCityInALineOfResultsIsItsTeam(String line, String tags) {
        assertThat(String.join(
                        " ", TAGGER.tagBio(List.of(List.of(line.split(" ")))).get(0)))
                .isEqualTo(tags);
    }

    @Test
    void aSurnameIsThePersonWhoseFullNameTheArticleGives() {
        assertThat(find("Kristen Wilkinsson opened the show. According to Wilkinsson, it was late."))
                .containsExactly("PERSON Kristen Wilkinsson", "PERSON Wilkinsson");
    }

    @Test
    void surfacesAreWhereTheOffsetsSay() {
        String[] parts = {
            "Iraq’s", " ", "😀", "John", " Kerry", "e\u0301", ".", "\n", "“", "”", "US", "-", "\uD83D", "said", ", "
        };
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            Document document = READER.read("", text.toString());
            int end = 0;
            for (Name name : FINDER.find(document)) {
                assertThat(name.start()).isGreaterThanOrEqualTo(end).isLessThan(name.end());
                assertThat(document.text().substring(name.start(), name.end())).isNotBlank();
                end = name.end();
            }
        }
    }

    @Test
    void servesAsAnOpenNlpNameFinder() {
        Span[] spans =
                new OnrecordTokenNameFinder(TAGGER).find(new String[] {"Angela", "Merkel", "went", "to", "Paris", "."});

        assertThat(spans).containsExactly(new Span(0, 2, "person"), new Span(4, 5, "location"));
    }

    @Test
    void theCommandKeepsTokensAndLines() throws IOException {
        String in = "-DOCSTART-\tO\n\nAngela\tX\nMerkel\tX\nspoke\tX\n\nin\tX\nParis\tX\n";
        StringWriter out = new StringWriter();

        try (BufferedWriter writer = new BufferedWriter(out)) {
            new NamesCommand(TAGGER).run(new BufferedReader(new StringReader(in)), writer);
        }

        assertThat(out.toString().lines())
                .containsExactly(
                        "-DOCSTART-\tO", "", "Angela\tB-PER", "Merkel\tI-PER", "spoke\tO", "", "in\tO", "Paris\tB-LOC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''",
                "\\n\\n|\\n\\n",
                "LONDON\\n1996-08-30\\n\\n\\nJohn\\nSmith\\n|LONDON\\tB-LOC\\n1996-08-30\\tO\\n\\n\\nJohn\\tB-PER\\nSmith\\tI-PER\\n",
                "-DOCSTART- -X- O O\\n-DOCSTART-\\tO\\n|-DOCSTART- -X- O O\\tO\\n-DOCSTART-\\tO\\n",
                "in\\tO|in\\tO\\n"
            })
    void theCommandTakesLinesWithoutTagsAndFilesWithoutDocuments(String in, String expected) throws IOException {
        StringWriter out = new StringWriter();

        try (BufferedWriter writer = new BufferedWriter(out)) {
            new NamesCommand(TAGGER).run(new BufferedReader(new StringReader(in.translateEscapes())), writer);
        }

        assertThat(out.toString().lines().toList())
                .isEqualTo(expected.translateEscapes().lines().toList());
    }

    private static List<String> find(String text) {
        Document document = READER.read("", text);
        return FINDER.find(document).stream()
                .map(name -> name.type() + " " + document.text().substring(name.start(), name.end()))
                .toList();
    }
}
