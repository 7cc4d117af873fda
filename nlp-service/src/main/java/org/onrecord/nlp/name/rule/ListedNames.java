package org.onrecord.nlp.name.rule;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * A listed organisation of three words and more is a name as a whole: "Islamic State of Iraq and the Levant", where the
 * tagger may see two names and a rest. One of two words is where the tagger saw part of it, "Qaeda" of "al Qaeda", or a person
 * or place in it.
 */
final class ListedNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int PERSON = Labels.TYPES.indexOf("PER");
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final int PLACE = Labels.TYPES.indexOf("LOC");

    private ListedNames() {}

    static List<TaggedName> prefer(WordForm[] words, Lexicon lexicon, List<TaggedName> names) {
        List<TaggedName> preferred = new ArrayList<>();
        int next = 0;
        int start = 0;
        while (start < words.length) {
            while (next < names.size() && names.get(next).end() <= start) {
                next++;
            }
            TaggedName here = next < names.size() ? names.get(next) : null;
            int end = longest(words, start, lexicon);
            if (end > start && isPreferred(words, start, end, here)) {
                preferred.add(new TaggedName(start, end, ORGANISATION));
                start = end;
            } else if (here != null && here.start() == start) {
                preferred.add(here);
                start = here.end();
            } else {
                start++;
            }
        }
        return preferred;
    }

    private static boolean isPreferred(WordForm[] words, int start, int end, TaggedName here) {
        if (here != null && here.start() == start && here.end() == end) {
            // "Goldman Sachs" as a person; "Philip Morris" may be one.
            boolean mistaken = here.type() == PLACE || here.type() == PERSON && !Lists.isFirstName(words[start].lists);
            return mistaken && end - start > 1;
        }
        boolean longerFound = here != null && here.start() <= start && here.end() >= end;
        if (longerFound) {
            // "Communist Party of the Soviet Union", where only the beginning is listed.
            return false;
        }
        boolean completes = here != null && here.type() == ORGANISATION && here.start() < end && here.end() <= end;
        return completes || end - start >= SHORTEST && words[start].capitalised;
    }

    private static int longest(WordForm[] words, int start, Lexicon lexicon) {
        int longest = start;
        long phrase = Lexicon.phrase(words[start].lower);
        for (int end = start + 1; end - start <= LONGEST; end++) {
            int lists = lexicon.phraseLists(phrase);
            if (Lists.isOrganisation(lists) && !Lists.isPlace(lists) && words[end - 1].capitalised) {
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
