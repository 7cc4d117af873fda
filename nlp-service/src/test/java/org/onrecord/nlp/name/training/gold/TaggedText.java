package org.onrecord.nlp.name.training.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gold for tests, written as text: {@code Mr Berg/PER left}. */
public final class TaggedText {
    private TaggedText() {}

    /** A document of sentences, in which each name is one word. */
    public static TaggedDocument document(String... sentences) {
        return new TaggedDocument(
                Arrays.stream(sentences).map(TaggedText::sentence).toList());
    }

    private static TaggedSentence sentence(String text) {
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String part : text.split(" ")) {
            int slash = part.indexOf('/');
            words.add(slash < 0 ? part : part.substring(0, slash));
            tags.add(slash < 0 || part.endsWith("/O") ? "O" : "B-" + part.substring(slash + 1));
        }
        return new TaggedSentence(words, tags);
    }
}
