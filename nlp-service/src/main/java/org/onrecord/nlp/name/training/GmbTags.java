package org.onrecord.nlp.name.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Maps the Groningen Meaning Bank's tags to ours: titles are cut from persons, {@code gpe} is divided into places and
 * demonyms, times are nobody's names.
 */
final class GmbTags {
    private final Set<String> titles;
    private final Set<String> places;

    /**
     * @param titles words that are titles, lower case
     * @param places names of countries, lower case, words divided by a space
     */
    GmbTags(Set<String> titles, Set<String> places) {
        this.titles = titles;
        this.places = places;
    }

    TaggedSentence map(TaggedSentence sentence) {
        List<String> words = sentence.words();
        List<String> tags = new ArrayList<>(sentence.tags());
        int i = 0;
        while (i < tags.size()) {
            if (tags.get(i).length() < 3) {
                i++;
                continue;
            }
            String type = tags.get(i).substring(2);
            int end = i + 1;
            while (end < tags.size() && tags.get(end).equals("I-" + type)) {
                end++;
            }
            mark(words, tags, i, end, type);
            i = end;
        }
        return new TaggedSentence(words, List.copyOf(tags));
    }

    private void mark(List<String> words, List<String> tags, int start, int end, String type) {
        int from = start;
        if (type.equals("per")) {
            while (from < end && isTitle(words.get(from))) {
                from++;
            }
        }
        String name = String.join(" ", words.subList(start, end)).toLowerCase(Locale.ROOT);
        String ours = switch (type) {
            case "per" -> "PER";
            case "org" -> "ORG";
            case "geo" -> "LOC";
            case "gpe" -> places.contains(name) ? "LOC" : "MISC";
            case "art", "eve" -> "MISC";
            default -> "";
        };
        for (int i = start; i < end; i++) {
            tags.set(i, i < from || ours.isEmpty() ? "O" : (i == from ? "B-" : "I-") + ours);
        }
    }

    private boolean isTitle(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return titles.contains(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }
}
