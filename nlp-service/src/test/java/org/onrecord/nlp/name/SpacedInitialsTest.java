package org.onrecord.nlp.name;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;

import static org.assertj.core.api.Assertions.assertThat;

class SpacedInitialsTest {

    @ParameterizedTest
    @CsvSource({
        "He left the U . S . on Friday ., He left the U.S. on Friday .",
        "Emmett S . Davis spoke ., Emmett S. Davis spoke .",
        "J . Edgar spoke ., J. Edgar spoke .",
        "Mr . Lee met Dr . Cole ., Mr. Lee met Dr. Cole .",
        "It was plan B . He left ., It was plan B . He left .",
        "Nobody spoke ., Nobody spoke ."
    })
    void readsInitialsAsOneWord(String tokens, String words) {
        assertThat(SpacedInitials.join(List.of(tokens.split(" "))).words()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"in the U . S . now, 2, 3, 2, 6", "Emmett S . Davis, 0, 3, 0, 4", "U . S . Davis left, 1, 2, 4, 5"})
    void marksAllTokensOfANameOfJoinedWords(String tokens, int start, int end, int expectedStart, int expectedEnd) {
        SpacedInitials sentence = SpacedInitials.join(List.of(tokens.split(" ")));
        int[] labels = new int[sentence.words().size()];
        Labels.mark(labels, start, end, 0);

        assertThat(Labels.names(sentence.spread(labels)))
                .containsExactly(new TaggedName(expectedStart, expectedEnd, 0));
    }
}
