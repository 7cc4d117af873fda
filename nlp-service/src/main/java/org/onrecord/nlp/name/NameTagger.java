package org.onrecord.nlp.name;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.name.feature.DocumentContext;
import org.onrecord.nlp.name.feature.FeatureBuffer;
import org.onrecord.nlp.name.feature.FeatureExtractor;
import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.feature.WordForms;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.Viterbi;
import org.onrecord.nlp.name.rule.DocumentRules;

/**
 * Labels the tokens of a document: each sentence is scored by the model, the sentences of a document lend each other
 * their evidence, and the best sequences win. Immutable and thread-safe.
 */
public final class NameTagger {
    private final TaggerModel model;
    private final FeatureExtractor extractor;

    public NameTagger(TaggerModel model) {
        this.model = model;
        this.extractor = new FeatureExtractor(model.lexicon());
    }

    /** Returns a label for each token of each sentence of a document. */
    public List<int[]> tag(List<List<String>> sentences) {
        List<SpacedInitials> joined =
                sentences.stream().map(SpacedInitials::join).toList();
        List<int[]> labels =
                tagJoined(joined.stream().map(SpacedInitials::words).toList());
        List<int[]> spread = new ArrayList<>(labels.size());
        for (int s = 0; s < labels.size(); s++) {
            spread.add(joined.get(s).spread(labels.get(s)));
        }
        return spread;
    }

    private List<int[]> tagJoined(List<List<String>> sentences) {
        WordForms forms = new WordForms(model.lexicon());
        FeatureBuffer features = new FeatureBuffer();
        DocumentEvidence evidence = new DocumentEvidence();
        List<SentenceForms> read = new ArrayList<>(sentences.size());
        List<float[]> scores = new ArrayList<>(sentences.size());
        for (List<String> sentence : sentences) {
            read.add(forms.of(sentence));
        }
        DocumentContext context = DocumentContext.of(read);
        for (SentenceForms sentence : read) {
            extractor.extract(sentence, context, features);
            float[] own = model.score(features);
            evidence.note(sentence, own);
            scores.add(own);
        }
        List<int[]> labels = new ArrayList<>(sentences.size());
        for (int s = 0; s < scores.size(); s++) {
            evidence.lend(read.get(s), scores.get(s));
            labels.add(Viterbi.best(
                    scores.get(s), model.transitions(), sentences.get(s).size(), null));
        }
        return DocumentRules.apply(sentences, read, model.lexicon(), labels);
    }

    /** Returns the labels of a document in the way of the gold files: "B-PER", "I-PER", "O". */
    public List<List<String>> tagBio(List<List<String>> sentences) {
        List<List<String>> tags = new ArrayList<>(sentences.size());
        for (int[] labels : tag(sentences)) {
            List<String> sentence = new ArrayList<>(labels.length);
            for (int label : labels) {
                sentence.add(Labels.toBio(label));
            }
            tags.add(sentence);
        }
        return tags;
    }
}
