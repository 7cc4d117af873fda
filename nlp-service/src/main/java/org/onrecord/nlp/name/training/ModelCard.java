package org.onrecord.nlp.name.training;

import java.util.List;
import java.util.Map;

/** What is said of a model beside it: what it was trained on, under which licences, and how well it does elsewhere. */
final class ModelCard {
    private ModelCard() {}

    static String text(List<Source> gold, List<List<String>> rawText, Map<String, Score> scores, long bytes) {
        StringBuilder card = new StringBuilder("""
                # names.model

                Finds the names of people, organisations and places in English news. An averaged structured perceptron over
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
        long raw = rawText.stream().mapToLong(List::size).sum();
        card.append("| Wikinews, for word classes and spelling only | ")
                .append(raw)
                .append(" |\n");
        card.append("""

                Beside these: copies of some sentences in capitals and in lower case, and result tables, datelines and
                headlines made of lists by templates. The CoNLL-2003 data was not used.

                ## Left out, then tested on

                Exact span and type, in percent. The word classes were learnt on the text of all sources, without its tags.

                | source left out | score |
                |---|---|
                """);
        scores.forEach((name, score) -> card.append("| ")
                .append(name)
                .append(" | ")
                .append(score.toString().replace("|", "·"))
                .append(" |\n"));
        card.append("\nSize: ").append(bytes).append(" bytes.\n");
        return card.toString();
    }
}
