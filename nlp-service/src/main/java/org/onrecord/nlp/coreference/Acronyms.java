package org.onrecord.nlp.coreference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Short forms of organisations and places: initials, and the few that news uses without ever spelling them out. */
final class Acronyms {
    private static final Set<String> SMALL_WORDS = Set.of("of", "the", "and", "for", "in", "on", "to", "a", "de", "&");
    private static final Map<String, String> KNOWN = Map.of(
            "us", "united states",
            "usa", "united states",
            "america", "united states",
            "united states of america", "united states",
            "uk", "united kingdom",
            "britain", "united kingdom",
            "great britain", "united kingdom",
            "uae", "united arab emirates",
            "un", "united nations",
            "eu", "european union");

    private Acronyms() {}

    /** The name that a short form known to everyone stands for, or the key itself. */
    static String spelledOut(String key) {
        return KNOWN.getOrDefault(key, key);
    }

    /**
     * Whether {@code acronym} is made of the initials of {@code words}, small words counted or not, a country before them left
     * out or not: "EPA" of "U.S. Environmental Protection Agency".
     */
    static boolean stands(NameMention acronym, List<String> words) {
        String letters = acronym.key();
        if (acronym.words().size() != 1 || words.size() < 2 || letters.length() < 2) {
            return false;
        }
        String capitals = acronym.surface().replace(".", "");
        if (!capitals.equals(capitals.toUpperCase(Locale.ROOT))) {
            return isMixed(capitals) && letters.equals(initials(words, true));
        }
        return letters.equals(initials(words, false))
                || letters.equals(initials(words, true))
                || startsWithCountry(words) && letters.equals(initials(words.subList(1, words.size()), false));
    }

    /** "U.S. Environmental Protection Agency": its short form may leave the country out. */
    static boolean startsWithCountry(List<String> words) {
        return words.size() > 3 && KNOWN.containsKey(words.get(0));
    }

    /** "TfL": as many capitals as words that are no small ones. */
    private static boolean isMixed(String letters) {
        return letters.length() <= 5
                && letters.chars().filter(Character::isUpperCase).count() > 1;
    }

    private static String initials(List<String> words, boolean small) {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (small || !SMALL_WORDS.contains(word)) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }
}
