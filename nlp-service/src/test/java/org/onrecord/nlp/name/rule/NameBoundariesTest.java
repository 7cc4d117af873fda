package org.onrecord.nlp.name.rule;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;

import static org.assertj.core.api.Assertions.assertThat;

class NameBoundariesTest {

    @ParameterizedTest
    @CsvSource({
        "Mr Lee, 0, 2, PER, Lee",
        "Leeds CID Constable Gary Gray, 0, 5, PER, Gary Gray",
        "Dr. Ann Cole, 0, 3, PER, Ann Cole",
        "the WHO, 0, 2, ORG, WHO",
        "The Hague, 0, 2, LOC, The Hague",
        "Sainsbury 's, 0, 2, ORG, Sainsbury",
        "D-Del ., 1, 2, LOC, ''",
        "Secretary of State John Kerry, 2, 3, ORG, ''",
        "US $ 300, 0, 1, LOC, ''",
        "the US spent $ 300, 1, 2, LOC, US",
        "President of France Ann Lee, 2, 3, LOC, France"
    })
    void mendsWhereANameStartsAndEnds(String text, int start, int end, String type, String expected) {
        List<String> words = List.of(text.split(" "));

        List<TaggedName> mended =
                NameBoundaries.mend(words, List.of(new TaggedName(start, end, Labels.TYPES.indexOf(type))));

        assertThat(mended.stream().map(name -> String.join(" ", words.subList(name.start(), name.end()))))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
