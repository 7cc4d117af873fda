package org.onrecord.nlp.name.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.name.Lexicon;

/**
 * Trains the model of names: {@code GOLD_NAMES RAW_TEXT LISTS OUT_FOLDER}. Reads the gold files, news text and lists of
 * names from three folders and writes {@code names.model} and its card {@code names.model.md}. The same input gives the
 * same model. Takes about ten minutes, of which most is the cross-validation for the card.
 */
public final class TrainCommand {
    private static final int CLASSES = 256;
    private static final int ROUNDS = 8;
    private static final int LEAST_COUNT = 3;
    private static final int TABLE_LINES = 2400;
    private static final long TABLE_SEED = 13;

    private TrainCommand() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("Usage: train GOLD_NAMES RAW_TEXT LISTS OUT_FOLDER");
            System.exit(2);
        }
        Path lists = Path.of(arguments[2]);
        Path out = Path.of(arguments[3]);
        NameLists names = NameLists.read(lists);
        List<Source> gold = GoldSources.read(Path.of(arguments[0]), names.titles());
        List<List<String>> rawText = RawText.read(Path.of(arguments[1]));
        Lexicon lexicon = LexiconBuilder.build(lists, names, gold, rawText, clusters(gold, rawText));
        Trainer trainer = new Trainer(lexicon, TrainingOptions.DEFAULT);
        List<Source> tables = List.of(SportsTables.of(lists, TABLE_LINES, TABLE_SEED));

        Path model = out.resolve("names.model");
        try (DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(model)))) {
            trainer.train(Augmentation.of(gold, tables)).write(stream);
        }
        Map<String, Score> scores = CrossValidation.run(trainer, gold, tables);
        Files.writeString(out.resolve("names.model.md"), ModelCard.text(gold, rawText, scores, Files.size(model)));
    }

    private static Map<Long, Integer> clusters(List<Source> gold, List<List<String>> rawText) {
        List<List<String>> text = new ArrayList<>(rawText);
        for (Source source : gold) {
            for (TaggedDocument document : source.documents()) {
                document.sentences().forEach(sentence -> text.add(sentence.words()));
            }
        }
        return new WordClusters(CLASSES, ROUNDS).learn(text, LEAST_COUNT);
    }
}
