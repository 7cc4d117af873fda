package org.onrecord.nlp.name;

import java.util.List;

/** "Sunni Muslims", "Tibetans" and "Saudi" are neither organisations nor places, whatever the tagger saw in them. */
final class PeoplesAndFaiths {
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final int PLACE = Labels.TYPES.indexOf("LOC");
    private static final int OTHER = Labels.TYPES.indexOf("MISC");

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
            if (!Lists.isPeople(words[i].lists) || Lists.isKnownPlace(words[i].lists)) {
                return false;
            }
        }
        return true;
    }
}
