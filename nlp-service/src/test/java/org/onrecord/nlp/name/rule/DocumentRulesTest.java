package org.onrecord.nlp.name.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.feature.WordForms;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.lexicon.LongIntTable;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentences are divided by a slash; what a tagger found stands as sentence, start, end and type. */
class DocumentRulesTest {
    private static final int PEOPLES = 1 << 6;
    private static final int FIRST_NAME = 1 << 7;
    private static final int ORGANISATION = 1 << 10;
    private static final int ORGANISATION_WORD = 1 << 14;
    private static final int TITLE = 1 << 18;
    private static final Lexicon LEXICON = new Lexicon(
            LongIntTable.EMPTY,
            LongIntTable.of(Map.of(
                    Hash.lower("sunni"), PEOPLES,
                    Hash.lower("muslims"), PEOPLES,
                    Hash.lower("korean"), PEOPLES,
                    Hash.lower("department"), ORGANISATION_WORD,
                    Hash.lower("school"), ORGANISATION_WORD,
                    Hash.lower("dick"), FIRST_NAME,
                    Hash.lower("who"), ORGANISATION,
                    Hash.lower("speaker"), TITLE)),
            LongIntTable.EMPTY,
            LongIntTable.of(Map.of(
                    Lexicon.phrase(Hash.lower("goldman")),
                    Lexicon.MORE,
                    Lexicon.phrase(Lexicon.phrase(Hash.lower("goldman")), Hash.lower("sachs")),
                    ORGANISATION,
                    Lexicon.phrase(Hash.lower("dick")),
                    Lexicon.MORE,
                    Lexicon.phrase(Lexicon.phrase(Hash.lower("dick")), Hash.lower("durham")),
                    ORGANISATION)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "House Speaker Paul Rowan left|0 0 2 ORG, 0 2 4 PER|House/ORG, Paul Rowan/PER",
                "Senate Minority Whip Dick Durham left|0 0 3 ORG, 0 3 5 PER|Senate/ORG, Dick Durham/PER",
                "Senate Minority Whip Dick Durham left|0 0 5 ORG|Senate/ORG, Dick Durham/PER",
                "House Speaker Dick School left|0 0 4 ORG|House Speaker Dick School/ORG",
                "Goldman Sachs and Dick Durham fell|0 0 2 PER, 0 3 5 PER|Goldman Sachs/ORG, Dick Durham/PER",
                "said Sen .|0 1 2 PER|''",
                "the Sunni Muslims of Islam|0 1 3 ORG, 0 4 5 LOC|Sunni Muslims/MISC, Islam/MISC",
                "South Korean and North Sea|0 0 2 LOC, 0 3 5 LOC|South Korean/MISC, North Sea/LOC",
                "Department of Energy and Climate Change said|0 0 3 ORG, 0 4 6 MISC|Department of Energy and Climate"
                        + " Change/ORG",
                "Department of Energy and Climate Change said|0 0 3 ORG|Department of Energy and Climate Change/ORG",
                "Department of Energy and Kyoto|0 0 3 ORG, 0 4 5 LOC|Department of Energy/ORG, Kyoto/LOC",
                "the automatic identification system ( AIS ) failed / AIS data|0 5 6 ORG, 1 0 1 ORG|AIS/MISC, AIS/MISC",
                "Republic of the Congo ( RC ) / the RC 's|0 0 4 LOC, 0 5 6 ORG|Republic of the Congo/LOC, RC/LOC,"
                        + " RC/LOC",
                "CHOP ( Capitol Hill Occupied Protest ) / in CHOP|0 2 6 LOC|CHOP/LOC, Capitol Hill Occupied"
                        + " Protest/LOC, CHOP/LOC",
                "the world health organization ( WHO ) said|0 5 6 ORG|WHO/ORG",
                "a new bank ( WHO ) said|0 4 5 ORG|WHO/ORG"
            })
    void correctWhatTheTaggerFound(String text, String found, String expected) {
        List<List<String>> texts = Arrays.stream(text.split(" / "))
                .map(sentence -> List.of(sentence.split(" ")))
                .toList();
        WordForms forms = new WordForms(LEXICON);
        List<SentenceForms> sentences = texts.stream().map(forms::of).toList();
        List<int[]> labels = new ArrayList<>();
        texts.forEach(sentence -> labels.add(new int[sentence.size()]));
        for (String name : found.split(", ")) {
            String[] parts = name.split(" ");
            Labels.mark(
                    labels.get(Integer.parseInt(parts[0])),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Labels.TYPES.indexOf(parts[3]));
        }

        List<int[]> mended = DocumentRules.apply(texts, sentences, LEXICON, labels);

        List<String> names = new ArrayList<>();
        for (int s = 0; s < mended.size(); s++) {
            for (TaggedName name : Labels.names(mended.get(s))) {
                names.add(String.join(" ", texts.get(s).subList(name.start(), name.end())) + "/"
                        + Labels.TYPES.get(name.type()));
            }
        }
        assertThat(String.join(", ", names)).isEqualTo(expected);
    }
}
