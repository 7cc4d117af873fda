package org.onrecord.scraper.extract.removal;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OpeningsTest {
    private static final long SHARE =
            Openings.bit(Pattern.compile("[\\s\\p{P}]{0,4}(?:share (?:this|on)|follow us|by:? \\p{L}|\\d+ shares)"));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Share this story, true
                    SHARE THIS, true
                    Shaky ground, false
                    Shares fell on Tuesday, true
                    By Ann Lee, true
                    By: Ann Lee, true
                    Byte by byte, false
                    — follow us, true
                    12 shares, true
                    The ferry sails, false
                    渡輪, true
                    S, true
                    Z, false
                    """)
    void tellsWhetherAPatternMayMatch(String text, boolean may) {
        assertEquals(may, (Openings.of(text) & SHARE) != 0);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    The ferry sails by Leeds, true
                    You may share it, true
                    Reshare the lobbying, false
                    The ferry “follow us”, true
                    The fährt, false
                    Der Fluß über, true
                    """)
    void tellsWhetherAPatternMayMatchAtSomeWord(String text, boolean may) {
        assertEquals(may, (Openings.within(text) & SHARE) != 0);
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
