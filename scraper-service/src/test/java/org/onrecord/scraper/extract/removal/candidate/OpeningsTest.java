package org.onrecord.scraper.extract.removal.candidate;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** With words of no language, since what other tests have asked for before is known already. */
class OpeningsTest {
    private static final long OPENING =
            Openings.bit(Pattern.compile("[\\s\\p{P}]{0,4}(?:qxare (?:this|on)|xq:? \\p{L}|\\d+ qx)"));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Qxare this story, true
                    QXARE THIS, true
                    Qxore this, false
                    Qxas fell on Tuesday, true
                    Xq Ann Lee, true
                    Xq: Ann Lee, true
                    Xqe xq xqe, false
                    — qxare this, true
                    12 qx, true
                    渡輪, true
                    Q, true
                    """)
    void tellsWhetherAPatternMayMatchAtTheStart(String text, boolean may) {
        assertEquals(may, (Openings.of(text) & OPENING) != 0);
    }

    @ParameterizedTest
    @CsvSource({"Weather", "weather", "12 ferries"})
    void excludesNoPatternThatComesLater(String text) {
        // Given
        Openings.of(text);
        // When
        long late = Openings.bit(Pattern.compile("zebra"));
        // Then
        assertEquals(true, (Openings.of(text) & late) != 0);
    }
}
