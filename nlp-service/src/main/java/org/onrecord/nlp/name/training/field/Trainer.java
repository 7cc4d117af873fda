package org.onrecord.nlp.name.training.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.onrecord.nlp.name.TaggerModel;
import org.onrecord.nlp.name.feature.DocumentContext;
import org.onrecord.nlp.name.feature.FeatureBuffer;
import org.onrecord.nlp.name.feature.FeatureExtractor;
import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.feature.WordForms;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedSentence;

/** Trains a model on sources. The same sources in the same order give the same model. Thread-safe. */
public final class Trainer {
    private static final int MISC = Labels.TYPES.indexOf("MISC");
    private static final int LABELS = Labels.COUNT;

    private final Lexicon lexicon;
    private final TrainingOptions options;

    /** @param lexicon becomes part of the models */
    public Trainer(Lexicon lexicon, TrainingOptions options) {
        this.lexicon = lexicon;
        this.options = options;
    }

    /** Trains a model of the sources alone, from nothing. */
    public TaggerModel train(List<Source> sources) {
        FeatureExtractor extractor = new FeatureExtractor(lexicon);
        FeatureBuffer buffer = new FeatureBuffer();
        FeatureIndex index = new FeatureIndex();
        forEachSentence(sources, extractor, buffer, (sentence, source) -> {
            for (int f = 0; f < buffer.end(buffer.tokens() - 1); f++) {
                index.count(buffer.feature(f));
            }
        });
        int count = index.number(options.leastCount());
        List<TrainingSentence> sentences = new ArrayList<>();
        forEachSentence(
                sources,
                extractor,
                buffer,
                (sentence, source) -> sentences.addAll(
                        Collections.nCopies(source.visits(), training(sentence, source, buffer, index))));
        float[] weights = new float[count * LABELS];
        float[] transitions = new float[LABELS * LABELS];
        for (int member = 0; member < options.members(); member++) {
            FieldTrainer field = new FieldTrainer(count, options);
            field.train(sentences, options.seed() + member);
            addPart(weights, field.weights());
            addPart(transitions, field.transitions());
        }
        return Quantiser.model(lexicon, index.features(count), weights, transitions, options.mostFeatures());
    }

    private void addPart(float[] means, float[] values) {
        for (int i = 0; i < means.length; i++) {
            means[i] += values[i] / options.members();
        }
    }

    private interface SentenceVisitor {
        void visit(TaggedSentence sentence, Source source);
    }

    private void forEachSentence(
            List<Source> sources, FeatureExtractor extractor, FeatureBuffer buffer, SentenceVisitor visitor) {
        for (Source source : sources) {
            for (TaggedDocument document : source.documents()) {
                WordForms forms = new WordForms(lexicon);
                List<SentenceForms> read = document.sentences().stream()
                        .map(s -> forms.of(s.words()))
                        .toList();
                DocumentContext context = DocumentContext.of(read);
                for (int s = 0; s < read.size(); s++) {
                    extractor.extract(read.get(s), context, buffer);
                    visitor.visit(document.sentences().get(s), source);
                }
            }
        }
    }

    private static TrainingSentence training(
            TaggedSentence sentence, Source source, FeatureBuffer buffer, FeatureIndex index) {
        int tokens = buffer.tokens();
        int[] features = new int[buffer.end(tokens - 1)];
        int[] ends = new int[tokens];
        int size = 0;
        for (int i = 0; i < tokens; i++) {
            for (int f = buffer.start(i); f < buffer.end(i); f++) {
                int id = index.id(buffer.feature(f));
                if (id >= 0) {
                    features[size++] = id;
                }
            }
            ends[i] = size;
        }
        int[] allowed = allowed(sentence, source);
        return new TrainingSentence(Arrays.copyOf(features, size), ends, allowed);
    }

    private static int[] allowed(TaggedSentence sentence, Source source) {
        int[] labels = BioTags.labels(sentence.tags());
        int[] allowed = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            allowed[i] = 1 << labels[i];
            if (labels[i] == Labels.OUTSIDE
                    && !source.marksMisc()
                    && Character.isUpperCase(sentence.words().get(i).charAt(0))) {
                allowed[i] |= 0b1111 << (1 + 4 * MISC);
            }
        }
        return allowed;
    }
}
