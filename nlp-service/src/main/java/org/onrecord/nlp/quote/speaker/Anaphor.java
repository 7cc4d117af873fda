package org.onrecord.nlp.quote.speaker;

import java.util.HashSet;
import java.util.Set;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * A speaker that is no name: a pronoun or a description.
 *
 * @param from first token
 * @param head one past its head
 * @param to one past the last
 * @param kind what it says that it is
 * @param noun its head in lower case
 * @param determiner how it begins: "the", "a", "s" (a possessor), "this", "label" before the colon of a turn, "-" for nothing
 * @param modifiers the words before the head, in lower case, determiners left out
 * @param tail the nouns behind the head, in lower case
 */
record Anaphor(
        int from,
        int head,
        int to,
        AnaphorKind kind,
        String noun,
        String determiner,
        Set<String> modifiers,
        Set<String> tail) {

    private static final int MOST_MODIFIERS = 8;

    static Anaphor of(Reading reading, int from, int head, int to) {
        String noun = reading.lower[head - 1];
        Set<String> modifiers = new HashSet<>();
        boolean possessor = false;
        for (int i = Math.max(from, head - 1 - MOST_MODIFIERS); i < head - 1; i++) {
            possessor |= reading.classes[i] == WordClass.POSSESSIVE;
            if (reading.classes[i].isNominal() || reading.classes[i] == WordClass.ADJECTIVE) {
                modifiers.add(reading.lower[i]);
            }
        }
        Set<String> tail = new HashSet<>();
        for (int i = head; i < to; i++) {
            if (reading.classes[i] == WordClass.NOUN) {
                tail.add(reading.lower[i]);
            }
        }
        AnaphorKind kind = AnaphorKind.of(noun, reading.tokens.get(head - 1).tag());
        String begins = isLabel(reading, from, head) ? "label" : determiner(reading.lower[from], possessor);
        return new Anaphor(from, head, to, kind, noun, begins, modifiers, tail);
    }

    /** Which speakers share their weights: each pronoun its own, descriptions by how they begin. */
    String group() {
        return switch (kind) {
            case HE, IT, THEY, WE -> kind.name();
            default -> determiner;
        };
    }

    /** "PRIME MINISTER:", as a transcript names who takes the turn. */
    private static boolean isLabel(Reading reading, int from, int head) {
        for (int i = from; i < head; i++) {
            if (!reading.tokens.get(i).text().chars().allMatch(Character::isUpperCase)) {
                return false;
            }
        }
        return from == reading.sentence(from).from() && reading.classAt(head) == WordClass.COLON;
    }

    private static String determiner(String first, boolean possessor) {
        if (possessor) {
            return "s";
        }
        return switch (first) {
            case "the" -> "the";
            case "a", "an", "one", "another" -> "a";
            case "his", "her", "its", "their", "our", "my" -> "s";
            case "this", "that", "these", "those", "both" -> "this";
            default -> "-";
        };
    }
}
