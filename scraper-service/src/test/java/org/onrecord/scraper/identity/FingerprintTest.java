package org.onrecord.scraper.identity;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.scraper.Pages;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    private static final String QUARRY = """
            The quarry above the village will close in two years, its owners said on Friday, and half of its ninety \
            workers will be offered places at the cement works across the valley.

            The union called the offer a beginning. Its chairman wants the owners to pay for the bus as well, since the \
            only road is shut for weeks in most winters and few of the younger workers keep a car.

            Two earlier plans to close the pit came to nothing when the price of stone rose again.
            """;

    @Test
    void theWordsCountAndNotHowTheyArePrinted() {
        String elsewhere = Pages.FERRY_TEXT
                .replace('"', '“')
                .replace("\n\n", "\n")
                .replace("The island ferry", "THE ISLAND FERRY")
                .replace(" and ", "  and ");

        assertThat(Fingerprint.of(elsewhere)).isEqualTo(Fingerprint.of(Pages.FERRY_TEXT));
        assertThat(Fingerprint.of("It's the mayor’s boat.")).isEqualTo(Fingerprint.of("It’s the mayor's boat"));
    }

    @Test
    void aSyndicatedCopyIsNearAndAnotherStoryIsFar() {
        String copy = "By our island staff, Coast Agency\n\n" + Pages.FERRY_TEXT.replace("Tuesday", "Nov 24");

        assertThat(distance(Pages.FERRY_TEXT, copy)).isBetween(1, 12);
        assertThat(distance(Pages.FERRY_TEXT, QUARRY)).isGreaterThan(20);
    }

    @Test
    void theOrderOfTheWordsCounts() {
        List<String> words = new ArrayList<>(List.of(QUARRY.split("\\s+")));
        String backwards = String.join(" ", words.reversed());

        assertThat(distance(QUARRY, backwards)).isGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Closed", "Closed today", "'", "’’ – …", "𝒜 𝒷", "'tis the end of it"})
    void anyTextHasOne(String text) {
        assertThat(Fingerprint.of(text)).matches("[0-9a-f]{16}").isEqualTo(Fingerprint.of(text));
    }

    @Test
    void shortTextsDiffer() {
        assertThat(distance("Closed", "Open")).isPositive();
        assertThat(distance("Closed today", "Closed")).isPositive();
    }

    private static int distance(String one, String other) {
        return Fingerprint.distance(Fingerprint.of(one), Fingerprint.of(other));
    }
}
