package org.onrecord.nlp.coreference;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Titles, ranks and roles: the words of {@code titles.txt} and {@code roles.txt}. */
final class Titles {
    private static final Map<String, List<String>> TITLES = WordTable.read("titles.txt");
    private static final Map<String, List<String>> ROLES = WordTable.read("roles.txt");

    private Titles() {}

    /** Whether a word, in any case and with or without a full stop, is a title or part of one. */
    static boolean isTitle(String word) {
        return TITLES.containsKey(plain(word));
    }

    /** Whether a word says what a person does: "spokesman", "professors" does not. */
    static boolean isRole(String word) {
        return ROLES.containsKey(plain(word));
    }

    static boolean isTitleOrRole(String word) {
        return isTitle(word) || isRole(word);
    }

    static Gender gender(String word) {
        Gender title = Gender.of(TITLES.getOrDefault(plain(word), List.of()));
        return title == Gender.UNKNOWN ? Gender.of(ROLES.getOrDefault(plain(word), List.of())) : title;
    }

    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
