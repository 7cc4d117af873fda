package org.onrecord.nlp.name.training.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedSentence;

/** Copies of sentences in capitals, as headlines have them, in lower case, as hurried people write, and with hyphens apart. */
final class Respelling {
    private static final double CAPITALS = 0.04;
    private static final double LOWER = 0.03;
    private static final double SPLIT = 0.5;
    private static final int LONGEST_HEADLINE = 25;

    private Respelling() {}

    /** Returns the source's respelled sentences, each a document of its own, as a source. */
    static Source of(Source source, long seed) {
        Random random = new Random(seed);
        List<TaggedDocument> documents = new ArrayList<>();
        for (TaggedDocument document : source.documents()) {
            for (TaggedSentence sentence : document.sentences()) {
                double draw = random.nextDouble();
                if (random.nextDouble() < SPLIT && sentence.words().stream().anyMatch(Respelling::isHyphenated)) {
                    documents.add(new TaggedDocument(List.of(split(sentence))));
                }
                if (draw < CAPITALS && sentence.words().size() <= LONGEST_HEADLINE) {
                    documents.add(respelled(sentence, word -> word.toUpperCase(Locale.ROOT)));
                } else if (draw > 1 - LOWER) {
                    documents.add(respelled(sentence, word -> word.toLowerCase(Locale.ROOT)));
                }
            }
        }
        return source.with(documents);
    }

    private static boolean isHyphenated(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 && hyphen < word.length() - 1 && word.chars().anyMatch(Character::isUpperCase);
    }

    /** "al-Sadr" as three tokens, which is how web treebanks divide it. */
    private static TaggedSentence split(TaggedSentence sentence) {
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < sentence.words().size(); i++) {
            String word = sentence.words().get(i);
            String tag = sentence.tags().get(i);
            for (String part : isHyphenated(word) ? word.split("(?<=-)|(?=-)") : new String[] {word}) {
                words.add(part);
                tags.add(tag);
                tag = tag.startsWith("B-") ? "I-" + tag.substring(2) : tag;
            }
        }
        return new TaggedSentence(List.copyOf(words), List.copyOf(tags));
    }

    private static TaggedDocument respelled(TaggedSentence sentence, UnaryOperator<String> spelling) {
        return new TaggedDocument(List.of(
                new TaggedSentence(sentence.words().stream().map(spelling).toList(), sentence.tags())));
    }
}
