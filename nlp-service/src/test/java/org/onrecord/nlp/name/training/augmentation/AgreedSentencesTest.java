package org.onrecord.nlp.name.training.augmentation;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.training.field.Trainer;
import org.onrecord.nlp.name.training.field.TrainingOptions;
import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedSentence;
import org.onrecord.nlp.name.training.gold.TaggedText;

import static org.assertj.core.api.Assertions.assertThat;

class AgreedSentencesTest {
    private static final TrainingOptions SMALL = new TrainingOptions(5, 2, 1, 10_000, 0.1f, 0.1f, 1);

    @Test
    void keepsTheSentencesOfTextInWhichTwoModelsFindTheSameNames() {
        List<Source> gold = List.of(new Source(
                "two",
                List.of(
                        TaggedText.document("Mr Berg/PER left", "Oslo/LOC was cold", "Sky/ORG fell"),
                        TaggedText.document("Mr Voss/PER left", "Oslo/LOC was warm", "Sky/PER fell")),
                true,
                1));
        List<List<String>> text = List.of(List.of("Mr", "Lund", "left"), List.of("Sky", "fell"), List.of("It", "fell"));

        Source agreed = AgreedSentences.of(text, gold, half -> new Trainer(Lexicon.EMPTY, SMALL).train(half));

        assertThat(agreed.documents())
                .containsExactly(
                        new TaggedDocument(List.of(new TaggedSentence(text.getFirst(), List.of("O", "B-PER", "O")))));
    }
}
