package org.onrecord.nlp.name.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.nlp.name.NameTagger;
import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedSentence;

/**
 * Trains without parts of the gold and tests on them: {@code GOLD LISTS PARTS…}. A part is the beginning of the names of some
 * sources ({@code wikigold}), or a fifth of the documents of a source ({@code news.0} to {@code news.4}); parts joined by
 * {@code +} are left out together. Word classes and the spelling of words are learnt on all text, without its tags. Writes a
 * row of a table for each part.
 */
public final class CrossValidationCommand {
    private static final int FOLDS = 5;
    private static final Pattern FOLD = Pattern.compile("(.+)\\.([0-4])");

    private CrossValidationCommand() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("Usage: cross-validate GOLD LISTS PARTS...");
            System.exit(2);
        }
        TrainingData data = TrainingData.read(Path.of(arguments[0]), Path.of(arguments[1]));
        for (String parts : List.of(arguments).subList(2, arguments.length)) {
            List<Source> train = data.gold();
            Map<String, List<TaggedDocument>> test = new LinkedHashMap<>();
            for (String part : parts.split("\\+")) {
                List<TaggedDocument> leftOut = new ArrayList<>();
                train = without(train, part, leftOut);
                test.put(part, leftOut);
            }
            NameTagger tagger = new NameTagger(data.train(train));
            test.forEach(
                    (part, documents) -> System.out.println("| " + part + " | " + score(tagger, documents) + " |"));
        }
    }

    /** The sources without a part, whose documents are added to {@code leftOut}. */
    static List<Source> without(List<Source> sources, String part, List<TaggedDocument> leftOut) {
        Matcher fold = FOLD.matcher(part);
        String name = fold.matches() ? fold.group(1) : part;
        List<Source> rest = new ArrayList<>();
        for (Source source : sources) {
            if (!source.name().startsWith(name)) {
                rest.add(source);
            } else if (fold.matches()) {
                List<TaggedDocument> kept = new ArrayList<>();
                for (int i = 0; i < source.documents().size(); i++) {
                    boolean out = i % FOLDS == Integer.parseInt(fold.group(2));
                    (out ? leftOut : kept).add(source.documents().get(i));
                }
                rest.add(source.with(kept));
            } else {
                leftOut.addAll(source.documents());
            }
        }
        return rest;
    }

    private static Score score(NameTagger tagger, List<TaggedDocument> documents) {
        Score score = new Score();
        for (TaggedDocument document : documents) {
            List<TaggedSentence> sentences = document.sentences();
            List<List<String>> found =
                    tagger.tagBio(sentences.stream().map(TaggedSentence::words).toList());
            for (int i = 0; i < found.size(); i++) {
                score.add(sentences.get(i).tags(), found.get(i));
            }
        }
        return score;
    }
}
