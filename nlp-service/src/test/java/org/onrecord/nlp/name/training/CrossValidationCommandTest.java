package org.onrecord.nlp.name.training;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedText;

import static org.assertj.core.api.Assertions.assertThat;

class CrossValidationCommandTest {
    @Test
    void leavesOutAFifthOfTheDocumentsOfASourceOrAllOfThem() {
        List<TaggedDocument> documents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            documents.add(TaggedText.document("Paper " + i));
        }
        List<Source> sources = List.of(
                new Source("news.train.names", documents, false, 1),
                new Source("own", List.of(TaggedText.document("Oslo/LOC was warm")), true, 1));
        List<TaggedDocument> fold = new ArrayList<>();
        List<TaggedDocument> all = new ArrayList<>();

        List<Source> rest = CrossValidationCommand.without(sources, "news.2", fold);
        List<Source> own = CrossValidationCommand.without(sources, "news", all);

        assertThat(fold).containsExactly(documents.get(2), documents.get(7));
        assertThat(rest.getFirst().documents()).hasSize(8).doesNotContainAnyElementsOf(fold);
        assertThat(all).isEqualTo(documents);
        assertThat(own).extracting(Source::name).containsExactly("own");
    }
}
