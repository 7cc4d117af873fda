package org.onrecord.api.article;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.api.CpuTime;
import org.onrecord.api.article.ArticleDiff.Change;
import org.onrecord.api.article.ArticleDiff.Passage;

import static org.assertj.core.api.Assertions.assertThat;

class ParagraphsTest {

    /** Paragraphs are parted by bars here. */
    @ParameterizedTest
    @CsvSource({
        "a|b|c, a|b|c, ''",
        "a|b|c, a|x|c, b>x",
        "a|b|c, a|c, b>-",
        "a|c, a|b|c, ->b",
        "'', a, ->a",
        "a, '', a>-",
        "a|b|c|d, x|b|c|y|z, a>x d>y ->z",
        "a|a|a, a|a, a>-"
    })
    void whatIsAlikeIsLeftOut(String before, String after, String expected) {
        String old = before.replace("|", "\n\n");
        String now = after.replace("|", "\n\n");

        List<Change> changes = Paragraphs.compare(old, now);

        assertThat(changes.stream()
                        .map(change -> words(change.before(), old) + ">" + words(change.after(), now))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void timeGrowsWithTheNumberOfParagraphsUpToAMillionCharacters() {
        compareOf(15_000);
        Duration few = CpuTime.of(() -> compareOf(15_000));

        // Ten times as many within thirty times the time; a square would be a hundred times.
        assertThat(CpuTime.of(() -> compareOf(150_000)))
                .isLessThan(few.multipliedBy(30).plusSeconds(2));
    }

    private static void compareOf(int paragraphs) {
        String old = paragraphs("a", paragraphs);

        assertThat(Paragraphs.compare(old, paragraphs("b", paragraphs))).hasSize(1);
        assertThat(Paragraphs.compare(old, old + "\n\nend")).hasSize(1);
    }

    private static String paragraphs(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining("\n\n"));
    }

    private static String words(Passage passage, String text) {
        if (passage == null) {
            return "-";
        }
        assertThat(text.substring(passage.span().start(), passage.span().end())).isEqualTo(passage.text());
        return passage.text();
    }
}
