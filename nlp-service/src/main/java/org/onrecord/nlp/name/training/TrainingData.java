package org.onrecord.nlp.name.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.name.TaggerModel;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.training.augmentation.AgreedSentences;
import org.onrecord.nlp.name.training.augmentation.Augmentation;
import org.onrecord.nlp.name.training.augmentation.SportsTables;
import org.onrecord.nlp.name.training.field.Trainer;
import org.onrecord.nlp.name.training.field.TrainingOptions;
import org.onrecord.nlp.name.training.gold.GoldSources;
import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.lexicon.LexiconBuilder;
import org.onrecord.nlp.name.training.lexicon.NameLists;
import org.onrecord.nlp.name.training.lexicon.RawText;
import org.onrecord.nlp.name.training.lexicon.WordClusters;
import org.onrecord.nlp.name.training.lexicon.WordUsages;

/** All that a model of names is made of: gold, text without tags, lists, and what is learnt of the text. */
final class TrainingData {
    /** Short news of twenty years and all countries. */
    private static final String AGREED = "current-events.jsonl.gz";

    private static final int CLASSES = 512;
    private static final int ROUNDS = 8;
    private static final int LEAST_COUNT = 5;
    private static final int TABLE_LINES = 2400;
    private static final long TABLE_SEED = 13;

    private final Path lists;
    private final List<Source> gold;
    private final Map<String, List<List<String>>> text;
    private final Map<Long, Integer> clusters;
    private final WordUsages usages = new WordUsages();

    private TrainingData(
            Path lists, List<Source> gold, Map<String, List<List<String>>> text, Map<Long, Integer> clusters) {
        this.lists = lists;
        this.gold = gold;
        this.text = text;
        this.clusters = clusters;
    }

    /** Reads the folder of the gold ({@code names}, {@code news}, {@code text}) and learns the word classes of its words. */
    static TrainingData read(Path folder, Path lists) throws IOException {
        List<Source> gold = GoldSources.read(folder);
        Map<String, List<List<String>>> text = RawText.read(folder.resolve("text"));
        List<List<String>> sentences = new ArrayList<>();
        text.values().forEach(sentences::addAll);
        for (Source source : gold) {
            for (TaggedDocument document : source.documents()) {
                document.sentences().forEach(sentence -> sentences.add(sentence.words()));
            }
        }
        Map<Long, Integer> clusters = new WordClusters(CLASSES, ROUNDS).learn(sentences, LEAST_COUNT);
        TrainingData data = new TrainingData(lists, gold, text, clusters);
        sentences.forEach(data.usages::add);
        return data;
    }

    List<Source> gold() {
        return gold;
    }

    Map<String, List<List<String>>> text() {
        return text;
    }

    /** Trains on some sources. */
    TaggerModel train(List<Source> sources) throws IOException {
        Lexicon lexicon = LexiconBuilder.build(lists, NameLists.read(lists), clusters, usages);
        List<Source> made = List.of(SportsTables.of(lists, TABLE_LINES, TABLE_SEED));
        List<Source> all = new ArrayList<>(sources);
        all.add(AgreedSentences.of(
                text.get(AGREED),
                sources,
                half -> new Trainer(lexicon, TrainingOptions.QUICK).train(Augmentation.of(half, made))));
        return new Trainer(lexicon, TrainingOptions.DEFAULT).train(Augmentation.of(all, made));
    }
}
