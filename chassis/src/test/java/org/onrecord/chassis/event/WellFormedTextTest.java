package org.onrecord.chassis.event;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WellFormedTextTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "'', ''",
        "smile \uD83D\uDE00 again, smile \uD83D\uDE00 again",
        "half \uD83D and on, half \uFFFD and on",
        "\uDE00 first, \uFFFD first",
        "last \uD83D, last \uFFFD",
        "\uD83D\uD83D\uDE00\uDE00, \uFFFD\uD83D\uDE00\uFFFD"
    })
    void replaces_halves_of_pairs_and_nothing_else(String text, String wellFormed) {
        assertThat(WellFormedText.of(text)).isEqualTo(wellFormed).hasSameSizeAs(text);
    }
}
