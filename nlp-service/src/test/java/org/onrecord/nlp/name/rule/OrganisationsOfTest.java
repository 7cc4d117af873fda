package org.onrecord.nlp.name.rule;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.name.feature.WordForms;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.lexicon.LongIntTable;

import static org.assertj.core.api.Assertions.assertThat;

class OrganisationsOfTest {
    private static final int ORGANISATION_WORD = 1 << 14;
    private static final Lexicon LEXICON = new Lexicon(
            LongIntTable.EMPTY,
            LongIntTable.of(
                    Map.of(Hash.lower("party"), ORGANISATION_WORD, Hash.lower("university"), ORGANISATION_WORD)),
            LongIntTable.EMPTY,
            LongIntTable.EMPTY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Liberal Party of Canada|0 2 ORG, 3 4 LOC|Liberal Party of Canada/ORG",
                "Labour Party of the Philippines|0 2 ORG, 4 5 LOC|Labour Party of the Philippines/ORG",
                "University of Kent in Canterbury|0 1 ORG, 2 3 LOC, 4 5 LOC|University of Kent/ORG, Canterbury/LOC",
                "Party for the Netherlands|0 1 ORG, 3 4 LOC|Party for the Netherlands/ORG",
                "Chrysler of America|0 1 ORG, 2 3 LOC|Chrysler/ORG, America/LOC",
                "Labour Party in Canada|0 2 ORG, 3 4 LOC|Labour Party/ORG, Canada/LOC",
                "a party of Canada|1 2 ORG, 3 4 LOC|party/ORG, Canada/LOC",
                "Labour Party of Ann Lee|0 2 ORG, 3 5 PER|Labour Party/ORG, Ann Lee/PER"
            })
    void joinsTheHeadOfAnOrganisationWithTheNameBehindOf(String text, String found, String expected) {
        List<String> words = List.of(text.split(" "));
        List<TaggedName> names = List.of(found.split(", ")).stream()
                .map(OrganisationsOfTest::name)
                .toList();

        List<TaggedName> joined =
                OrganisationsOf.join(new WordForms(LEXICON).of(words).words(), names);

        assertThat(joined.stream()
                        .map(name -> String.join(" ", words.subList(name.start(), name.end())) + "/"
                                + Labels.TYPES.get(name.type())))
                .containsExactly(expected.split(", "));
    }

    private static TaggedName name(String written) {
        String[] parts = written.split(" ");
        return new TaggedName(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Labels.TYPES.indexOf(parts[2]));
    }
}
