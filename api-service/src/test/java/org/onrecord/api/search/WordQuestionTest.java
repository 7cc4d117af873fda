package org.onrecord.api.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.chassis.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordQuestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "tide high ~ 'tide' & 'high'",
                "tide AND high ~ 'tide' & 'high'",
                "tide OR high wind ~ 'tide' | 'high' & 'wind'",
                "tide or high ~ 'tide' | 'high'",
                "tide or ~ 'tide'",
                "or else ~ 'or' & 'else'",
                "NOT tide ~ !'tide'",
                "high NOT (tide OR wind) ~ 'high' & !('tide' | 'wind')",
                "high -tide ~ 'high' & !'tide'",
                "high -\"low tide\" ~ 'high' & !'low tide'",
                "well-known - word ~ 'well-known' & 'the' & 'word'",
                "\"\" tide ~ 'the' & 'tide'",
                "\" \" OR tide ~ 'the' | 'tide'",
                "(tide OR wind) AND high ~ ('tide' | 'wind') & 'high'",
                "\"tide high\" ~ 'tide high'",
                "“tide high” ~ 'tide high'",
                "„tide high“ ~ 'tide high'",
                "« tide high » ~ ' tide high '",
                "＂tide high＂ ~ 'tide high'",
                "‘tide high’ water ~ 'tide high' & 'water'",
                "‘it’s high’ water ~ 'it’s high' & 'water'",
                "fishermen’s ~ 'fishermen’s'",
                "\"AND NOT\" ~ 'AND NOT'",
                "harb* ~ 'harb':*",
                "and not ~ 'and' & 'not'",
                "it's a\\b ~ 'it''s' & 'a\\\\b'",
            })
    void aQuestionMeansWhatItSays(String asked, String meant) {
        assertThat(WordQuestion.of(asked)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tide AND",
                "OR tide",
                "AND tide",
                "tide OR OR high",
                "NOT",
                "tide NOT",
                "NOT NOT tide",
                "(tide",
                "tide)",
                "() tide",
                "tide AND (",
                "\"tide high",
                "“tide high",
                "*",
                "a*",
                "*tide",
                "ti*de",
                "well-kn*",
                "tide -(high",
            })
    void whatDoesNotSayWhatIsMeantIsRefusedWithAHint(String asked) {
        assertThatThrownBy(() -> WordQuestion.of(asked))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("q");
    }

    @Test
    void bracketsWithoutEndAreRefused() {
        assertThatThrownBy(() -> WordQuestion.of("(".repeat(200) + "a" + ")".repeat(200)))
                .isInstanceOf(ProblemException.class);
        assertThat(WordQuestion.of("(".repeat(10) + "a" + ")".repeat(10))).contains("'a'");
    }
}
