package org.onrecord.nlp.quote.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * Fits whom a speaker means where it is no name: {@code GOLD.jsonl weights.tsv MODEL…}, with the models "pronoun" for he and
 * she, and "reference" for descriptions and the other pronouns; its table {@code reference-weights.tsv} stands beside the first.
 * A speaker may lean on the one before, as the present weights find it, so run "reference" twice. Says how many would be right of documents left out, one fold of five at a time. Same input, same weights.
 */
public final class FitPersons {
    private static final int FOLDS = 5;

    private FitPersons() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("Usage: FitPersons GOLD.jsonl weights.tsv MODEL...");
            System.exit(2);
        }
        OpenNlpDocumentReader reader = OpenNlpDocumentReader.load();
        TaggerNameFinder finder = TaggerNameFinder.load();
        ArticleEntityResolver resolver = new ArticleEntityResolver();
        PersonLessons lessons = new PersonLessons();
        for (NewsQuotes gold : NewsQuotes.read(Path.of(arguments[0]))) {
            Document document = reader.read("", gold.text());
            List<Name> names = finder.find(document);
            lessons.add(document, names, resolver.resolve(document, names), gold.quotes(), gold.fold(FOLDS));
        }
        write(lessons, Path.of(arguments[1]), Set.of(Arrays.copyOfRange(arguments, 2, arguments.length)));
    }

    private static void write(PersonLessons lessons, Path table, Set<String> models) throws IOException {
        if (models.contains("pronoun")) {
            lessons.pronouns.report(FOLDS);
            List<String> lines = new ArrayList<>(Files.readAllLines(table));
            lessons.pronouns.write(lines);
            Files.write(table, lines);
        }
        if (models.contains("reference")) {
            lessons.references.report(FOLDS);
            lessons.references.write(table.resolveSibling("reference-weights.tsv"));
        }
    }
}
