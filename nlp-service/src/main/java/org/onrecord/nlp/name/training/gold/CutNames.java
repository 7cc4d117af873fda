package org.onrecord.nlp.name.training.gold;

import java.util.List;
import java.util.Set;

/**
 * GUM marks some names up to their first part that is a name of its own: "[Centre] for Social Evolution", "[Bailey] - Ross".
 * Sentences with such a name teach where a name ends wrongly, and are not read.
 */
final class CutNames {
    private static final Set<String> LINKS = Set.of("of", "for", "-", "\u2013");

    private CutNames() {}

    static TaggedDocument leaveOut(TaggedDocument document) {
        return new TaggedDocument(
                document.sentences().stream().filter(s -> !hasCutName(s)).toList());
    }

    private static boolean hasCutName(TaggedSentence sentence) {
        List<String> words = sentence.words();
        List<String> tags = sentence.tags();
        for (int i = 1; i + 1 < words.size(); i++) {
            if (!tags.get(i - 1).equals("O")
                    && tags.get(i).equals("O")
                    && LINKS.contains(words.get(i))
                    && tags.get(i + 1).equals("O")
                    && Character.isUpperCase(words.get(i + 1).charAt(0))) {
                return true;
            }
        }
        return false;
    }
}
