package org.onrecord.nlp.name.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.name.NameTagger;

/**
 * Trains without a part of the gold and tests on it: {@code GOLD LISTS [PART…]}. A part is the beginning of the names of
 * some sources ({@code wikigold}), or {@code news.0} to {@code news.4}, a fifth of the documents of news. Word classes and
 * the spelling of words are learnt on all text, without its tags. Writes a row of a table for each part.
 */
public final class CrossValidationCommand {
    private static final List<String> PARTS = List.of(
            "wikigold", "ewt", "gum", "crossner.politics", "news.0", "news.1", "news.2", "news.3", "news.4");
    private static final int FOLDS = 5;
    private static final String NEWS = "news.";

    private CrossValidationCommand() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("Usage: cross-validate GOLD LISTS [PART...]");
            System.exit(2);
        }
        TrainingData data = TrainingData.read(Path.of(arguments[0]), Path.of(arguments[1]));
        List<String> parts = arguments.length == 2 ? PARTS : List.of(arguments).subList(2, arguments.length);
        for (String part : parts) {
            System.out.println("| " + part + " | " + score(data, part) + " |");
        }
    }

    private static Score score(TrainingData data, String part) throws IOException {
        List<Source> train = new ArrayList<>();
        List<TaggedDocument> test = new ArrayList<>();
        boolean fold = part.startsWith(NEWS);
        for (Source source : data.gold()) {
            if (fold && source.name().startsWith(NEWS)) {
                int number = Integer.parseInt(part.substring(NEWS.length()));
                List<TaggedDocument> rest = new ArrayList<>();
                for (int i = 0; i < source.documents().size(); i++) {
                    (i % FOLDS == number ? test : rest).add(source.documents().get(i));
                }
                train.add(source.with(rest));
            } else if (!fold && source.name().startsWith(part)) {
                test.addAll(source.documents());
            } else {
                train.add(source);
            }
        }
        NameTagger tagger = new NameTagger(data.train(train));
        Score score = new Score();
        test.forEach(document -> add(tagger, document, score));
        return score;
    }

    private static void add(NameTagger tagger, TaggedDocument document, Score score) {
        List<TaggedSentence> sentences = document.sentences();
        List<List<String>> found =
                tagger.tagBio(sentences.stream().map(TaggedSentence::words).toList());
        for (int i = 0; i < found.size(); i++) {
            score.add(sentences.get(i).tags(), found.get(i));
        }
    }
}
