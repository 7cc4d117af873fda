package org.onrecord.nlp.coreference;

import java.util.List;
import java.util.Map;

/** First names that may be one person's: the same, an initial, or a short form of {@code nicknames.txt}. */
final class FirstNames {
    private static final Map<String, List<String>> SHORT_FORMS = WordTable.read("nicknames.txt");

    private FirstNames() {}

    static boolean agree(String one, String other) {
        return one.equals(other)
                || one.length() == 1 && other.startsWith(one)
                || other.length() == 1 && one.startsWith(other)
                || isMisspelling(one, other)
                || isShortOf(one, other)
                || isShortOf(other, one)
                || SHORT_FORMS.values().stream().anyMatch(forms -> forms.contains(one) && forms.contains(other));
    }

    /** "Kristen" and "Kristin": an article that spells a name two ways means one person, where the surname is the same. */
    static boolean isMisspelling(String one, String other) {
        if (one.length() != other.length() || one.length() < 5 || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            different += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private static boolean isShortOf(String shortForm, String name) {
        return SHORT_FORMS.getOrDefault(name, List.of()).contains(shortForm);
    }
}
