package org.onrecord.nlp.sentence;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.nlp.Eventually;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class OpenNlpDocumentReaderTest {
    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();

    @Test
    void putsTheHeadlineBeforeTheBody() {
        Document document = READER.read("Minister quits", "She left on Monday.\nNobody knew.");

        assertThat(document.text()).isEqualTo("Minister quits\n\nShe left on Monday.\nNobody knew.");
        assertThat(document.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Paragraph.Kind.HEADLINE, Paragraph.Kind.BODY, Paragraph.Kind.BODY);
        assertThat(document.sentences()).extracting(Sentence::paragraph).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The order came from Rear Adm. Paula Grant on Friday.",
                "A bill by Sen. Tom Ryan and Gov. Lee failed.",
                "It was signed by J. R. Cole and George T. Marsh.",
                "LAGOS (AP) — A bridge in the north has fallen.",
                "“Never again!” he told the crowd.",
                "The talks begin on Jan. 5 in Oslo."
            })
    void keepsTheSentencesOfNewsWhole(String sentence) {
        assertThat(READER.read("", sentence).sentences()).hasSize(1);
    }

    @Test
    void endsASentenceAfterTheClosingQuote() {
        assertThat(sentences("“We will go.” The minister left. Talks failed."))
                .containsExactly("“ We will go . ”", "The minister left .", "Talks failed .");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Iraq’s army|Iraq ’s army",
                "Iraq's army|Iraq 's army",
                "They don’t know|They do n’t know",
                "We’re here|We ’re here",
                "al Qaeda-inspired groups|al Qaeda - inspired groups",
                "US-Iranian talks|US - Iranian talks",
                "a UN-brokered truce|a UN - brokered truce",
                "Ban Ki-moon and Jean-Claude Biver|Ban Ki-moon and Jean-Claude Biver",
                "the second-largest city|the second-largest city",
                "was “constructive”, he|was “ constructive ” , he",
                "Rear Adm. Grant spoke|Rear Adm. Grant spoke",
            })
    void dividesWordsSoThatNamesStandAlone(String text, String expected) {
        assertThat(sentences(text)).containsExactly(expected);
    }

    @Test
    void tagsWithThePennTreebankSet() {
        Document document =
                READER.read("", "Kerry said he would not rule it out because the talks were held by Iran’s leaders.");

        assertThat(document.tokens())
                .extracting(Token::tag)
                .containsExactly(
                        "NNP", "VBD", "PRP", "MD", "RB", "VB", "PRP", "RB", "IN", "DT", "NNS", "VBD", "VBN", "IN",
                        "NNP", "POS", "NNS", ".");
    }

    @Test
    void surfacesAreWhereTheOffsetsSay() {
        String[] parts = {
            "Iraq’s",
            " ",
            "\u00A0",
            "😀",
            "e\u0301lan",
            "👩\u200D🚀",
            "“",
            "”",
            "’",
            "—",
            "...",
            "U.S.",
            "\n",
            "\r\n",
            "\u2028",
            "-",
            "Mr.",
            "O’Neil",
            "\uD83D",
            "a-b-",
            "--",
            "don’t",
            "!?",
            "Ünal",
            "日本",
            "\t",
            "x".repeat(300),
            "s’"
        };
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            assertWellFormed(READER.read(random.nextBoolean() ? "" : "He’s “in”", text.toString()));
        }
    }

    @Test
    void readsLongTextsWithoutSpacesInBoundedTime() {
        String text = ".a!".repeat(100_000);

        assertTimeout(Eventually.WITHIN, () -> assertWellFormed(READER.read("", text)));
    }

    private static void assertWellFormed(Document document) {
        int end = 0;
        for (Token token : document.tokens()) {
            assertThat(document.text().substring(token.start(), token.end())).isEqualTo(token.text());
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.text()).isNotBlank();
            end = token.end();
        }
        int next = 0;
        for (Sentence sentence : document.sentences()) {
            assertThat(sentence.firstToken()).isEqualTo(next);
            assertThat(sentence.endToken()).isGreaterThan(sentence.firstToken());
            Paragraph paragraph = document.paragraphs().get(sentence.paragraph());
            assertThat(document.tokens().get(sentence.firstToken()).start()).isGreaterThanOrEqualTo(paragraph.start());
            assertThat(document.tokens().get(sentence.endToken() - 1).end()).isLessThanOrEqualTo(paragraph.end());
            next = sentence.endToken();
        }
        assertThat(next).isEqualTo(document.tokens().size());
    }

    private static List<String> sentences(String text) {
        Document document = READER.read("", text);
        return document.sentences().stream()
                .map(s -> String.join(
                        " ",
                        document.tokens().subList(s.firstToken(), s.endToken()).stream()
                                .map(Token::text)
                                .toList()))
                .toList();
    }
}
