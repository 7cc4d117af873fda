package org.onrecord.nlp.name;

import java.util.List;

import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

import org.onrecord.nlp.name.label.Labels;

/**
 * The tagger behind OpenNLP's interface, a sentence at a time, with the types of OpenNLP's own models ("person",
 * "organization", "location", "misc"). Thread-safe, as it keeps nothing between sentences.
 */
public final class OnrecordTokenNameFinder implements TokenNameFinder {
    private static final List<String> TYPES = List.of("person", "organization", "location", "misc");

    private final NameTagger tagger;

    public OnrecordTokenNameFinder(NameTagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public Span[] find(String[] tokens) {
        if (tokens.length == 0) {
            return new Span[0];
        }
        int[] labels = tagger.tag(List.of(List.of(tokens))).get(0);
        return Labels.names(labels).stream()
                .map(name -> new Span(name.start(), name.end(), TYPES.get(name.type())))
                .toArray(Span[]::new);
    }

    @Override
    public void clearAdaptiveData() {
        // Nothing is adapted from sentence to sentence.
    }
}
