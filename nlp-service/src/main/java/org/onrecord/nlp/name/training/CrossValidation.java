package org.onrecord.nlp.name.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.name.NameTagger;

/** Trains without one source and tests on it, for each source in turn: how a model does on text from elsewhere. */
final class CrossValidation {
    private static final List<String> LEFT_OUT = List.of("wikigold", "ewt", "crossner.politics", "gmb");

    private CrossValidation() {}

    /** Returns the scores by source; the files whose names start with the source's name are left out together. */
    static Map<String, Score> run(Trainer trainer, List<Source> gold, List<Source> more) {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (String name : LEFT_OUT) {
            List<Source> train = new ArrayList<>();
            List<Source> test = new ArrayList<>();
            gold.forEach(source -> (source.name().startsWith(name) ? test : train).add(source));
            NameTagger tagger = new NameTagger(trainer.train(Augmentation.of(train, more)));
            Score score = new Score();
            test.forEach(source -> source.documents().forEach(document -> score(tagger, document, score)));
            scores.put(name, score);
        }
        return scores;
    }

    private static void score(NameTagger tagger, TaggedDocument document, Score score) {
        List<TaggedSentence> sentences = document.sentences();
        List<List<String>> found =
                tagger.tagBio(sentences.stream().map(TaggedSentence::words).toList());
        for (int i = 0; i < found.size(); i++) {
            score.add(sentences.get(i).tags(), found.get(i));
        }
    }
}
