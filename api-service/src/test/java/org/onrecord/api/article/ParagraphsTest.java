package org.onrecord.api.article;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @Timeout(10)
    void aMillionCharactersOfOtherWordsTakeNoLongTime() {
        String old = paragraphs("a", 150_000);
        String now = paragraphs("b", 150_000);

        assertThat(Paragraphs.compare(old, now)).hasSize(1);
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
