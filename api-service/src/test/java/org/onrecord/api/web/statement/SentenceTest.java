package org.onrecord.api.web.statement;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.onrecord.api.quote.Context;
import org.onrecord.api.quote.Highlight;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** What is around the statement stands in brackets, what was looked for in stars. */
class SentenceTest {

    private static final String REPORT = "Scientists had advised a cut of 40 percent. ";

    @Test
    void aFragmentStandsInTheSentenceThatReportsIt() {
        assertThat(shown("a cut of 40 percent", List.of(new Highlight(2, 5)), REPORT, span(23, 42)))
                .isEqualTo("[Scientists had advised ]a *cut* of 40 percent[. ]");
    }

    @Test
    void whatStandsBetweenItsPiecesIsNotSaid() {
        assertThat(shown("he would go “soon”", List.of(), "He would, Kerry said, go “soon”", span(0, 8), span(22, 31)))
                .isEqualTo("he would go “soon”");
        assertThat(shown("We would go “soon”", List.of(), "We would, Kerry said, go “soon”", span(0, 8), span(22, 31)))
                .isEqualTo("We would[, Kerry said, ]go “soon”");
    }

    @Test
    void aLongSentenceIsCutAtWords() {
        String long160 = "word ".repeat(80);

        String shown = shown("said", List.of(), long160 + "said " + long160, span(400, 404));

        assertThat(shown)
                .startsWith("[… word ")
                .contains("]said[ ")
                .endsWith(" …]")
                .hasSizeLessThan(340);
    }

    @Test
    void whatIsNotWhereItShouldBeStandsAlone() {
        assertThat(shown("another", List.of(), REPORT, span(23, 42))).isEqualTo("another");
        assertThat(shown("a cut", List.of(), REPORT, span(40, 400))).isEqualTo("a cut");
        assertThat(shown("a cut", List.of(), REPORT, new Span(Field.TITLE, 23, 28)))
                .isEqualTo("a cut");
    }

    private static Span span(int start, int end) {
        return new Span(Field.TEXT, start, end);
    }

    private static String shown(String words, List<Highlight> found, String around, Span... spans) {
        Context context = new Context(Field.TEXT, 0, around.length(), around);
        return Sentence.of(words, found, List.of(spans), context).stream()
                .map(piece -> piece.found()
                        ? "*" + piece.text() + "*"
                        : piece.said() ? piece.text() : "[" + piece.text() + "]")
                .collect(Collectors.joining());
    }
}
