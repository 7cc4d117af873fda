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

    /** "Kristen" and "Kristin", "Huntsman" and "Hunstman": an article that spells a name two ways means one person, where the surname is the same. */
    static boolean isMisspelling(String one, String other) {
        if (one.length() != other.length() || one.length() < 5 || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        int different = 0;
        int first = -1;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                different++;
                first = first < 0 ? i : first;
            }
        }
        boolean swapped = different == 2
                && one.charAt(first) == other.charAt(first + 1)
                && one.charAt(first + 1) == other.charAt(first);
        return different == 1 || swapped;
    }

    private static boolean isShortOf(String shortForm, String name) {
        return SHORT_FORMS.getOrDefault(name, List.of()).contains(shortForm);
    }
}
