package org.onrecord.scraper.source.channel;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SelectionTest {

    @ParameterizedTest
    @CsvSource({
        "*/politics/*, https://example.org/politics/vote, true",
        "*/politics/*, https://example.org/sport/politics, false",
        "https://example.org/*, https://example.org/a, true",
        "https://example.org/*, http://example.org/a, false",
        "*.html, https://example.org/a.html, true",
        "*.html, https://example.org/a.html?page=2, false",
        "*, https://example.org/, true",
        "*a*a*b, https://example.org/aaab, true",
        "https://example.org/a, https://example.org/a, true",
        "https://example.org/a, https://example.org/ab, false"
    })
    void aStarStandsForAnyCharacters(String pattern, String url, boolean matches) {
        assertThat(Selection.matches(pattern, url)).isEqualTo(matches);
    }

    @Test
    void anExcludePatternHasTheLastWord() {
        Selection selection = new Selection(List.of("*/news/*"), List.of("*/news/live/*"));

        assertThat(selection.takes("https://example.org/news/vote")).isTrue();
        assertThat(selection.takes("https://example.org/news/live/vote")).isFalse();
        assertThat(selection.takes("https://example.org/shop/vote")).isFalse();
    }

    @Test
    void aHostilePatternCostsNoMoreThanItsLengthTimesTheUrls() {
        String pattern = "*a".repeat(250) + "b";
        String url = "https://example.org/" + "a".repeat(8000);

        assertTimeoutPreemptively(
                Eventually.WITHIN,
                () -> assertThat(Selection.matches(pattern, url)).isFalse());
    }
}
