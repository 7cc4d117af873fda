package org.onrecord.nlp.quote;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.nlp.Eventually;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class UnusualTextTest {
    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final ReportedSpeechFinder FINDER = new ReportedSpeechFinder();
    private static final Entities NOBODY = new Entities(List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "“",
                "”",
                "\"\"\"\"",
                "said",
                "according to",
                ":",
                "— — —",
                "1234 5678 !!! ???",
                "said “said ‘said’ said” said",
                "اجتمع الوزير مع الوفد وقال “لن ننسحب” يوم الاثنين.",
                "“Broken \uD83D pair,” she said. \uDC00",
                "‘’‘’ she said ‘ ’",
                "\u2067“נלך הביתה,” אמרה.\u2069"
            })
    void staysWithinTheText(String text) {
        Document document = READER.read("", text);

        for (Quotation quotation : FINDER.find(document, NOBODY)) {
            int last = 0;
            for (TextSpan span : quotation.spans()) {
                assertThat(span.start()).isBetween(last, span.end() - 1);
                assertThat(span.end()).isLessThanOrEqualTo(text.length());
                last = span.end();
            }
            assertThat(quotation.confidence()).isBetween(0.0, 1.0);
        }
    }

    static List<String> longTexts() {
        return List.of(
                "“".repeat(200_000),
                "\"".repeat(200_000),
                "'a ".repeat(10_000),
                "she said ".repeat(5_000),
                "“I see,” she said. ".repeat(5_000),
                "“Open and never closed. " + "It goes on and on. ".repeat(5_000),
                "“Open again.\n".repeat(5_000),
                "according to a, ".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void takesLinearTime(String text) {
        Document document = READER.read("", text);

        List<Quotation> found = assertTimeout(Eventually.WITHIN, () -> FINDER.find(document, NOBODY));

        assertThat(found).hasSizeLessThanOrEqualTo(text.length() / 8 + 1);
    }
}
