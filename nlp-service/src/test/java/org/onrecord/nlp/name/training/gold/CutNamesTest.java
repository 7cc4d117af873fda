package org.onrecord.nlp.name.training.gold;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CutNamesTest {
    @Test
    void leavesOutSentencesWhoseNamesAreCut() {
        TaggedDocument document = CutNames.leaveOut(TaggedText.document(
                "Centre/ORG for Social Evolution", "Bank/ORG for farmers", "Oslo/LOC and Bergen/LOC"));

        assertThat(document.sentences())
                .extracting(sentence -> sentence.words().getFirst())
                .containsExactly("Bank", "Oslo");
    }
}
