package org.onrecord.api.utterance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SaidWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            “The harbour is closed,” she said. “No ship will leave it before Monday.” | “The harbour is closed. No ship will leave it before Monday.”
            “No ship will leave it before Monday morning.” | “The harbour is closed. No ship will leave it before Monday morning, and we are sorry.”
            that ''no ship will leave it before Monday morning'' | "No ship will leave it before Monday morning."
            ‘It’s a long way from here to the open sea,’ | “It's a long way from here to the open sea, and back.”
            “We have asked the goverment for help with the old harbour wall” | “We have asked the government for help with the old harbour wall”
            the council had asked for help with the old harbour wall in March | that the council had asked for help with the old harbour wall in March""")
    void sayTheSame(String one, String other) {
        assertThat(isFoundAlike(one, other)).isTrue();
        assertThat(isFoundAlike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            “The old harbour will open again before the end of this month” | “The old harbour will not open again before the end of this month”
            “We will need 12 weeks to clear the whole of the old harbour” | “We will need 14 weeks to clear the whole of the old harbour”
            “We will need ten weeks to clear the whole of the old harbour” | “We will need nine weeks to clear the whole of the old harbour”
            “I believe that Valdor is the best master this harbour ever had” | “I believe that Rennick is the best master this harbour ever had”
            “We are sorry” | “We are sorry that no ship will leave”
            the harbour would stay closed until Monday | that Rennick said the harbour would stay closed until Monday, and that he would not be the one to open it""")
    void doNotSayTheSame(String one, String other) {
        assertThat(isFoundAlike(one, other)).isFalse();
        assertThat(isFoundAlike(other, one)).isFalse();
    }

    @Test
    void aLongTextIsReadInTimeAndFindsItself() {
        String text = "“" + "The morning tide comes in, the evening tide goes out. ".repeat(200_000) + "”";

        assertThat(isFoundAlike(text, text)).isTrue();
        assertThat(SaidWords.of("’".repeat(100_000)).keys()).isEmpty();
        assertThat(SaidWords.of("").keys()).isEmpty();
    }

    private static boolean isFoundAlike(String one, String other) {
        SaidWords a = SaidWords.of(one);
        SaidWords b = SaidWords.of(other);
        return a.keys().stream().anyMatch(b.keys()::contains) && a.isLike(b);
    }
}
