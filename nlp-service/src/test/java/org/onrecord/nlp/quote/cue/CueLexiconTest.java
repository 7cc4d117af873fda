package org.onrecord.nlp.quote.cue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CueLexiconTest {

    @ParameterizedTest
    @CsvSource({
        "say, said, said says saying",
        "reply, replied, replied replies replying",
        "admit, admitted, admitted admits admitting",
        "argue, -, argued argues arguing",
        "stress, -, stressed stresses stressing",
        "begin, 'began,begun', began begun begins beginning"
    })
    void inflectsAsEnglishDoes(String lemma, String irregular, String forms) {
        assertThat(CueLexicon.forms(lemma, irregular)).contains(forms.split(" "));
    }

    @Test
    void offersTheLongerPhraseFirst() {
        assertThat(CueLexicon.load().entries("called"))
                .extracting(CueLexicon.Entry::lemma)
                .startsWith("call for")
                .endsWith("call");
    }
}
