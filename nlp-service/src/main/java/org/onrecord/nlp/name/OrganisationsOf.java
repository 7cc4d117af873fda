package org.onrecord.nlp.name;

import java.util.ArrayList;
import java.util.List;

/**
 * An organisation whose name ends in "of" or "for" and a name is one organisation: "Liberal Party of Canada", "Tribunal for
 * Rwanda", where the tagger may see an organisation and a place. In the gold files such names are whole nine times in ten
 * and more, whatever their source.
 */
final class OrganisationsOf {
    private static final long OF = Hash.lower("of");
    private static final long FOR = Hash.lower("for");
    private static final long THE = Hash.lower("the");
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final int PLACE = Labels.TYPES.indexOf("LOC");

    private OrganisationsOf() {}

    static List<TaggedName> join(WordForm[] words, List<TaggedName> names) {
        List<TaggedName> joined = new ArrayList<>(names.size());
        for (TaggedName name : names) {
            TaggedName before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && belongsTo(words, before, name)) {
                joined.set(joined.size() - 1, new TaggedName(before.start(), name.end(), ORGANISATION));
            } else {
                joined.add(name);
            }
        }
        return joined;
    }

    private static boolean belongsTo(WordForm[] words, TaggedName organisation, TaggedName name) {
        int link = organisation.end();
        int next = link + 1 < words.length && words[link + 1].lower == THE ? link + 2 : link + 1;
        return organisation.type() == ORGANISATION
                && (name.type() == PLACE || name.type() == ORGANISATION)
                && Lists.isHeadOfOrganisation(words[link - 1].lists)
                && words[link - 1].capitalised
                && link < words.length
                && (words[link].lower == OF || words[link].lower == FOR)
                && name.start() == next;
    }
}
