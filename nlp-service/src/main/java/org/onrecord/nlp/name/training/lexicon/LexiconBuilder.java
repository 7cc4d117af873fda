package org.onrecord.nlp.name.training.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.lexicon.LongIntTable;

/** Builds the lexicon of a model from the lists and from text. */
public final class LexiconBuilder {
    private LexiconBuilder() {}

    /**
     * Joins what is known of words.
     *
     * @param lists folder of the lists, of which the dictionary is read
     * @param names what the lists say
     * @param clusters class of each word by its hash, as {@link WordClusters} learn them
     * @param usages how words are written in text
     * @throws IOException if the dictionary cannot be read
     */
    public static Lexicon build(Path lists, NameLists names, Map<Long, Integer> clusters, WordUsages usages)
            throws IOException {
        Set<String> dictionary = Files.readAllLines(lists.resolve("common-words.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
        return new Lexicon(
                LongIntTable.of(clusters),
                LongIntTable.of(names.words()),
                LongIntTable.of(usages.usages(dictionary)),
                LongIntTable.of(names.phrases()));
    }
}
