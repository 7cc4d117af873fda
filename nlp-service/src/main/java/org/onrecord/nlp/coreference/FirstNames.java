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
                || isShortOf(one, other)
                || isShortOf(other, one)
                || SHORT_FORMS.values().stream().anyMatch(forms -> forms.contains(one) && forms.contains(other));
    }

    private static boolean isShortOf(String shortForm, String name) {
        return SHORT_FORMS.getOrDefault(name, List.of()).contains(shortForm);
    }
}
