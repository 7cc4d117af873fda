package org.onrecord.nlp.coreference;

import java.util.List;

import org.onrecord.contracts.EntityType;

/**
 * A name in the document, as words to compare.
 *
 * @param firstToken index of its first token
 * @param endToken one past its last token
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param surface the words as they stand, white space as single spaces
 * @param type what it names
 * @param words its words in lower case, without "the", full stops, titles and "Jr."
 * @param gender what the title before it shows
 */
record NameMention(
        int firstToken,
        int endToken,
        int start,
        int end,
        String surface,
        EntityType type,
        List<String> words,
        Gender gender) {

    NameMention as(EntityType other) {
        return other == type ? this : new NameMention(firstToken, endToken, start, end, surface, other, words, gender);
    }

    String first() {
        return words.get(0);
    }

    String last() {
        return words.get(words.size() - 1);
    }

    String key() {
        return String.join(" ", words);
    }
}
