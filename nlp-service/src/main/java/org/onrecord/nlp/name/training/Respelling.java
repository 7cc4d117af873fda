package org.onrecord.nlp.name.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Copies of sentences in capitals, as headlines have them, and in lower case, as hurried people write. */
final class Respelling {
    private static final double CAPITALS = 0.04;
    private static final double LOWER = 0.03;
    private static final int LONGEST_HEADLINE = 25;

    private Respelling() {}

    /** Returns the source's respelled sentences, each a document of its own, as a source. */
    static Source of(Source source, long seed) {
        Random random = new Random(seed);
        List<TaggedDocument> documents = new ArrayList<>();
        for (TaggedDocument document : source.documents()) {
            for (TaggedSentence sentence : document.sentences()) {
                double draw = random.nextDouble();
                if (draw < CAPITALS && sentence.words().size() <= LONGEST_HEADLINE) {
                    documents.add(respelled(sentence, word -> word.toUpperCase(Locale.ROOT)));
                } else if (draw > 1 - LOWER) {
                    documents.add(respelled(sentence, word -> word.toLowerCase(Locale.ROOT)));
                }
            }
        }
        return new Source(source.name(), documents, source.marksMisc());
    }

    private static TaggedDocument respelled(TaggedSentence sentence, UnaryOperator<String> spelling) {
        return new TaggedDocument(List.of(
                new TaggedSentence(sentence.words().stream().map(spelling).toList(), sentence.tags())));
    }
}
