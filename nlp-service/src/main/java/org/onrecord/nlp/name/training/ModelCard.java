package org.onrecord.nlp.name.training;

import java.util.List;
import java.util.Map;

import org.onrecord.nlp.name.training.gold.Source;

/** What is said of a model beside it: what it was trained on. */
final class ModelCard {
    private ModelCard() {}

    static String text(List<Source> gold, Map<String, List<List<String>>> text, long bytes) {
        StringBuilder card = new StringBuilder("""
            # names.model

            Finds the names of people, organisations and places in English news. A conditional random field over
            hashed features, eight bits a weight, with its lexicon (word classes, lists, how words are written) in the
            same file. Written by `org.onrecord.nlp.name.training.TrainCommand`; the same input gives the same bytes.
            Attributions are in `NOTICE-models.md`.

            ## Trained on

            | source | tokens |
            |---|---|
            """);
        for (Source source : gold) {
            long tokens = source.documents().stream()
                    .flatMap(d -> d.sentences().stream())
                    .mapToLong(s -> s.words().size())
                    .sum();
            card.append("| ").append(source.name()).append(" | ").append(tokens).append(" |\n");
        }
        text.forEach((file, sentences) -> card.append("| ")
                .append(file)
                .append(", without tags | ")
                .append(sentences.stream().mapToLong(List::size).sum())
                .append(" |\n"));
        card.append("""

            Beside these: copies of some sentences in capitals and in lower case, and result tables, datelines and
            headlines made of lists by templates. The text without tags gave word classes and how words are
            written; 400,000 tokens of the current events, as two models of half the gold tag them alike, were trained on as well. The
            CoNLL-2003 data was not used, nor the tags of the Groningen Meaning Bank. How well the model does is in `docs/models/names.md`.
            """);
        card.append("\nSize: ").append(bytes).append(" bytes.\n");
        return card.toString();
    }
}
