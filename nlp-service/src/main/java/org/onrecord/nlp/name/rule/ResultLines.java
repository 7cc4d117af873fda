package org.onrecord.nlp.name.rule;

import java.util.List;
import java.util.Set;

import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * Lines of results: "Denver 31 Kansas City 14", "MILWAUKEE AT CLEVELAND", "Baltimore 74 60 .552 4". The city in them is its
 * team; a country stays a place.
 */
final class ResultLines {
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final int PLACE = Labels.TYPES.indexOf("LOC");
    private static final int LONGEST = 16;
    private static final int FEWEST_FIGURES = 3;
    private static final Set<Long> MARKS = Set.of(
            Hash.lower("("),
            Hash.lower(")"),
            Hash.lower("-"),
            Hash.lower(","),
            Hash.lower("innings"),
            Hash.lower("ot"),
            Hash.lower("aet"),
            Hash.lower("*"));
    private static final long AT = Hash.lower("at");

    private ResultLines() {}

    static List<TaggedName> mend(WordForm[] words, Lexicon lexicon, List<TaggedName> names) {
        if (!isResult(words, names)) {
            return names;
        }
        return names.stream()
                .map(name -> name.type() == PLACE && !isCountry(words, name, lexicon)
                        ? new TaggedName(name.start(), name.end(), ORGANISATION)
                        : name)
                .toList();
    }

    private static boolean isResult(WordForm[] words, List<TaggedName> names) {
        if (words.length > LONGEST
                || names.isEmpty()
                || names.size() > 2
                || names.get(0).start() != 0) {
            return false;
        }
        int figures = 0;
        int joined = 0;
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            if (next < names.size() && i == names.get(next).start()) {
                i = names.get(next++).end() - 1;
            } else if (words[i].number) {
                figures++;
            } else if (words[i].lower == AT) {
                joined++;
            } else if (!MARKS.contains(words[i].lower)) {
                return false;
            }
        }
        return names.size() == 2 ? figures >= 2 || joined == 1 && figures == 0 : figures >= FEWEST_FIGURES;
    }

    private static boolean isCountry(WordForm[] words, TaggedName name, Lexicon lexicon) {
        long phrase = Lexicon.phrase(words[name.start()].lower);
        for (int i = name.start() + 1; i < name.end(); i++) {
            phrase = Lexicon.phrase(phrase, words[i].lower);
        }
        return Lists.isCountry(lexicon.phraseLists(phrase));
    }
}
