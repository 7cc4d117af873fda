package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether two names of one article are one person's or body's, as the scorer of the annotated news judges it. */
final class SameName {
    private static final Set<String> TITLES =
            new HashSet<>(Arrays.asList(("the mr mrs ms miss dr sir lord lady dame president"
                            + " prime minister senator sen representative rep governor gov judge justice general gen king queen"
                            + " prince princess pope saint st jr sr")
                    .split(" ")));
    private static final Set<String> SMALL = Set.of("of", "and", "for", "the", "de");

    private SameName() {}

    static boolean same(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return one.strip().equalsIgnoreCase(other.strip());
        }
        if (isAcronym(a, b) || isAcronym(b, a)) {
            return true;
        }
        if (a.containsAll(b) || b.containsAll(a)) {
            return true;
        }
        String first = a.getFirst();
        String second = b.getFirst();
        boolean initial = first.charAt(0) == second.charAt(0) && (first.length() <= 2 || second.length() <= 2);
        return a.getLast().equals(b.getLast()) && initial;
    }

    private static boolean isAcronym(List<String> one, List<String> words) {
        if (one.size() != 1 || one.getFirst().length() < 2) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        words.stream().filter(word -> !SMALL.contains(word)).forEach(word -> initials.append(word.charAt(0)));
        return initials.toString().equals(one.getFirst());
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String plain = name.toLowerCase(Locale.ROOT).replace("’s", "").replace("'s", "");
        for (String word : plain.split("[^\\p{L}\\p{N}_'’-]+")) {
            if (!word.isEmpty() && !TITLES.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
