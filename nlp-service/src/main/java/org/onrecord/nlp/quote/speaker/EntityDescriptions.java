package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** The words by which an article says what each of its entities is: "the Chinese news agency Xinhua", "Lee, a singer,". */
final class EntityDescriptions {
    private static final int MOST_WORDS = 60;
    private static final int MOST_HOLDERS = 8;
    private static final int LONGEST_ASIDE = 14;
    private static final Set<String> BEING = Set.of("is", "was", "became", "remains");

    private final List<Set<String>> words = new ArrayList<>();
    private final List<Set<String>> names = new ArrayList<>();
    private final Map<String, List<Integer>> holders = new HashMap<>();

    EntityDescriptions(Reading reading, Entities entities, MentionTokens mentions) {
        for (Entity entity : entities.entities()) {
            Set<String> own = new HashSet<>();
            entity.roles()
                    .forEach(role ->
                            own.addAll(List.of(role.toLowerCase(Locale.ROOT).split(" "))));
            words.add(own);
            names.add(
                    new HashSet<>(List.of(entity.name().toLowerCase(Locale.ROOT).split(" "))));
        }
        for (int m = 0; m < mentions.size(); m++) {
            if (mentions.kind(m) == MentionKind.NAME
                    && words.get(mentions.entity(m)).size() < MOST_WORDS) {
                around(reading, mentions.from(m), mentions.to(m), words.get(mentions.entity(m)));
            }
        }
        findHolders();
    }

    /** The first entities of whom a word in lower case is said, wherever they stand. */
    List<Integer> holders(String word) {
        return holders.getOrDefault(word, List.of());
    }

    private void findHolders() {
        for (int entity = 0; entity < words.size(); entity++) {
            for (String word : words.get(entity)) {
                List<Integer> known = holders.computeIfAbsent(word, w -> new ArrayList<>());
                if (known.size() < MOST_HOLDERS) {
                    known.add(entity);
                }
            }
        }
    }

    /** What is said of an entity, in lower case. */
    Set<String> of(int entity) {
        return words.get(entity);
    }

    /** The words of its fullest name, in lower case. */
    Set<String> nameOf(int entity) {
        return names.get(entity);
    }

    private static void around(Reading reading, int from, int to, Set<String> words) {
        int floor = reading.sentence(from).from();
        int ceiling = reading.sentence(from).to();
        int end = from;
        if (end - 1 > floor && reading.classes[end - 1] == WordClass.COMMA && closes(reading, to)) {
            end--;
            if (reading.classAt(end - 1) != WordClass.NOUN) {
                end = from;
            }
        }
        int start = end > floor ? NounPhrases.startOf(reading, end - 1, floor) : end;
        add(reading, start, end, words);
        copula(reading, to, ceiling, words);
        if (reading.classAt(to) == WordClass.COMMA
                && (reading.classAt(to + 1) == WordClass.DETERMINER || reading.classAt(to + 1) == WordClass.NOUN)) {
            int i = to + 1;
            while (i < Math.min(ceiling, to + LONGEST_ASIDE)
                    && reading.classes[i] != WordClass.COMMA
                    && reading.classes[i] != WordClass.STOP
                    && reading.classes[i] != WordClass.RELATIVE) {
                i++;
            }
            boolean closed =
                    i < ceiling && reading.classes[i] == WordClass.COMMA || reading.classAt(i) == WordClass.STOP;
            if (closed && !reading.hasFiniteVerb(to + 1, i)) {
                add(reading, to + 1, i, words);
            }
        }
    }

    /** "Gonski is a businessman", "Kim, who became the first president". */
    private static void copula(Reading reading, int to, int ceiling, Set<String> words) {
        int at = reading.classAt(to) == WordClass.COMMA ? to + 1 : to;
        at = reading.wordAt(at).equals("who") ? at + 1 : at;
        if (BEING.contains(reading.wordAt(at)) && reading.classAt(at + 1) == WordClass.DETERMINER) {
            int end = NounPhrases.endOf(reading, at + 1, ceiling);
            add(reading, at + 1, end, words);
        }
    }

    private static boolean closes(Reading reading, int to) {
        return reading.classAt(to) == WordClass.COMMA;
    }

    private static void add(Reading reading, int from, int to, Set<String> words) {
        for (int i = from; i < to; i++) {
            WordClass c = reading.classes[i];
            if (!reading.quoted(i) && (c == WordClass.NOUN || c == WordClass.NAME || c == WordClass.ADJECTIVE)) {
                words.add(reading.lower[i]);
            }
        }
    }
}
