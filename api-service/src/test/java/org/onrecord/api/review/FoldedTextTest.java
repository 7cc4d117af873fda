package org.onrecord.api.review;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.api.CpuTime;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Words are found again whatever became of the page around them. */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "“We will vote,”         | He rose. \"We will vote.\" They did.       | \"We will vote.\"",
                "We  will\u00a0vote      | He rose. “We will vote,” he said.           | We will vote",
                "Ó Dálaigh will vote     | O Dalaigh will vote.                        | O Dalaigh will vote",
                "the café                | In the cafe\u0301 he sat.                   | the cafe\u0301",
                "vote                    | They voted; devote, vote!                   | vote"
            })
    void wholeWordsAreFoundWithTheMarksTheyHad(String exact, String text, String found) {
        Span span = new FoldedText(Field.TEXT, text)
                .find(new Anchor(Field.TEXT, exact, "", "", 0))
                .orElseThrow();

        assertThat(text.substring(span.start(), span.end())).isEqualTo(found);
    }

    @Test
    void ofSeveralPlacesTheLikestCountsAndThenTheNearest() {
        String text = "Ann said yes. Bob said yes. Ann said yes again.";
        FoldedText folded = new FoldedText(Field.TEXT, text);

        assertThat(folded.find(new Anchor(Field.TEXT, "yes", "Bob said ", "", 0))
                        .orElseThrow()
                        .start())
                .isEqualTo(text.indexOf("yes. Ann"));
        assertThat(folded.find(new Anchor(Field.TEXT, "yes", "", " again", 0))
                        .orElseThrow()
                        .start())
                .isEqualTo(text.lastIndexOf("yes"));
        assertThat(folded.find(new Anchor(Field.TEXT, "yes", "", "", 40))
                        .orElseThrow()
                        .start())
                .isEqualTo(text.lastIndexOf("yes"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        FoldedText folded = new FoldedText(Field.TEXT, "They voted.");

        assertThat(folded.find(new Anchor(Field.TEXT, "vote", "", "", 0))).isEmpty();
        assertThat(folded.find(new Anchor(Field.TEXT, "…", "", "", 0))).isEmpty();
        assertThat(new FoldedText(Field.TEXT, "").find(new Anchor(Field.TEXT, "a", "", "", 0)))
                .isEmpty();
    }

    @Test
    void aPageThatRepeatsOneLetterAMillionTimesIsNoTrap() {
        FoldedText folded = new FoldedText(Field.TEXT, "a ".repeat(500_000));
        Anchor anchor = new Anchor(Field.TEXT, "a ".repeat(100_000) + "b", "a ".repeat(32), "a ".repeat(32), 7);

        assertThat(CpuTime.of(() -> assertThat(folded.find(anchor)).isEmpty())).isLessThan(Duration.ofSeconds(10));
    }
}
