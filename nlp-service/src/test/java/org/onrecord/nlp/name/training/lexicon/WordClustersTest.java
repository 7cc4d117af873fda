package org.onrecord.nlp.name.training.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.onrecord.nlp.name.lexicon.Hash;

import static org.assertj.core.api.Assertions.assertThat;

class WordClustersTest {
    @Test
    void wordsWithTheSameNeighboursShareAClass() {
        List<List<String>> text = new ArrayList<>();
        for (String verb : List.of("said", "told")) {
            for (String name : List.of("Ann", "Bob", "Eve", "Dan")) {
                text.add(List.of(name, verb, "the", "paper"));
                text.add(List.of("then", name, verb, "a", "lie"));
            }
        }

        Map<Long, Integer> clusters = new WordClusters(6, 10).learn(text, 2);

        assertThat(clusters.get(Hash.cluster("Ann", false))).isEqualTo(clusters.get(Hash.cluster("Eve", false)));
        assertThat(clusters.get(Hash.cluster("said", false))).isEqualTo(clusters.get(Hash.cluster("told", false)));
        assertThat(clusters.get(Hash.cluster("Ann", false))).isNotEqualTo(clusters.get(Hash.cluster("said", false)));
    }
}
