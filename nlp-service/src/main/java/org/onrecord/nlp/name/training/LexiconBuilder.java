package org.onrecord.nlp.name.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.onrecord.nlp.name.Lexicon;
import org.onrecord.nlp.name.LongIntTable;

/** Builds the lexicon of a model from the lists and from text. */
final class LexiconBuilder {
    private LexiconBuilder() {}

    static Lexicon build(
            Path lists, NameLists names, List<Source> sources, List<List<String>> rawText, Map<Long, Integer> clusters)
            throws IOException {
        Set<String> dictionary = Files.readAllLines(lists.resolve("common-words.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
        WordUsages usages = new WordUsages();
        rawText.forEach(usages::add);
        for (Source source : sources) {
            for (TaggedDocument document : source.documents()) {
                document.sentences().forEach(sentence -> usages.add(sentence.words()));
            }
        }
        return new Lexicon(
                LongIntTable.of(clusters),
                LongIntTable.of(names.words()),
                LongIntTable.of(usages.usages(dictionary)),
                LongIntTable.of(names.phrases()));
    }
}
