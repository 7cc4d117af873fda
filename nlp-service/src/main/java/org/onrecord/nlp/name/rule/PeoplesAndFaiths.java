package org.onrecord.nlp.name.rule;

import java.util.List;
import java.util.Set;

import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lists;

/** "Sunni Muslims", "Tibetans", "South Korean" and "Saudi" are neither organisations nor places, whatever the tagger saw in them. */
final class PeoplesAndFaiths {
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final int PLACE = Labels.TYPES.indexOf("LOC");
    private static final int OTHER = Labels.TYPES.indexOf("MISC");

    private static final Set<Long> FAITHS = Set.of(
            Hash.lower("jewish"),
            Hash.lower("islam"),
            Hash.lower("christianity"),
            Hash.lower("catholicism"),
            Hash.lower("protestantism"),
            Hash.lower("judaism"),
            Hash.lower("hinduism"),
            Hash.lower("buddhism"),
            Hash.lower("sikhism"));

    private static final Set<Long> DIRECTIONS = Set.of(
            Hash.lower("north"),
            Hash.lower("south"),
            Hash.lower("east"),
            Hash.lower("west"),
            Hash.lower("central"),
            Hash.lower("northern"),
            Hash.lower("southern"),
            Hash.lower("eastern"),
            Hash.lower("western"),
            Hash.lower("southeast"));

    private PeoplesAndFaiths() {}

    static List<TaggedName> retype(WordForm[] words, List<TaggedName> names) {
        return names.stream()
                .map(name -> isPeople(words, name) ? new TaggedName(name.start(), name.end(), OTHER) : name)
                .toList();
    }

    private static boolean isPeople(WordForm[] words, TaggedName name) {
        if (name.type() != ORGANISATION && name.type() != PLACE) {
            return false;
        }
        for (int i = name.start(); i < name.end(); i++) {
            boolean people = Lists.isPeople(words[i].lists) && !Lists.isKnownPlace(words[i].lists);
            boolean direction = i < name.end() - 1 && DIRECTIONS.contains(words[i].lower);
            if (!people && !direction && !FAITHS.contains(words[i].lower)) {
                return false;
            }
        }
        return true;
    }
}
