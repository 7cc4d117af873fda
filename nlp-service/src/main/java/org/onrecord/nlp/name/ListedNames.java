package org.onrecord.nlp.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A listed organisation of three words and more is a name as a whole: "Islamic State of Iraq and the Levant", where the
 * tagger may see two names and a rest.
 */
final class ListedNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");

    private ListedNames() {}

    static List<TaggedName> prefer(WordForm[] words, Lexicon lexicon, List<TaggedName> names) {
        List<TaggedName> listed = listed(words, lexicon);
        if (listed.isEmpty()) {
            return names;
        }
        List<TaggedName> preferred = new ArrayList<>(listed);
        for (TaggedName name : names) {
            if (listed.stream().noneMatch(l -> l.start() < name.end() && name.start() < l.end())) {
                preferred.add(name);
            } else if (listed.stream().anyMatch(l -> name.start() <= l.start() && l.end() <= name.end())) {
                // What the tagger found is longer still: "Communist Party of the Soviet Union".
                preferred.removeIf(l -> name.start() <= l.start() && l.end() <= name.end());
                preferred.add(name);
            }
        }
        preferred.sort(Comparator.comparingInt(TaggedName::start));
        return preferred;
    }

    private static List<TaggedName> listed(WordForm[] words, Lexicon lexicon) {
        List<TaggedName> listed = new ArrayList<>();
        int start = 0;
        while (start < words.length) {
            int end = words[start].capitalised ? longest(words, start, lexicon) : start;
            if (end - start >= SHORTEST) {
                listed.add(new TaggedName(start, end, ORGANISATION));
                start = end;
            } else {
                start++;
            }
        }
        return listed;
    }

    private static int longest(WordForm[] words, int start, Lexicon lexicon) {
        int longest = start;
        long phrase = Lexicon.phrase(words[start].lower);
        for (int end = start + 1; end - start <= LONGEST; end++) {
            int lists = lexicon.phraseLists(phrase);
            if (Lists.isOrganisation(lists) && words[end - 1].capitalised) {
                longest = end;
            }
            if ((lists & Lexicon.MORE) == 0 || end == words.length) {
                return longest;
            }
            phrase = Lexicon.phrase(phrase, words[end].lower);
        }
        return longest;
    }
}
