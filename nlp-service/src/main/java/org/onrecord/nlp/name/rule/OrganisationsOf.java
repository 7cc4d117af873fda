package org.onrecord.nlp.name.rule;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * An organisation whose name ends in "of" or "for" and a name is one organisation: "Liberal Party of Canada", "Tribunal for
 * Rwanda", where the tagger may see an organisation and a place. In the gold files such names are whole nine times in ten
 * and more, whatever their source.
 */
final class OrganisationsOf {
    private static final long OF = Hash.lower("of");
    private static final long FOR = Hash.lower("for");
    private static final long AND = Hash.lower("and");
    private static final long THE = Hash.lower("the");
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final int OTHER = Labels.TYPES.indexOf("MISC");
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
        return withSecondHalves(words, joined);
    }

    /** "Department of Energy" and "Climate Change" behind "and": one name, where the second half is no name of its own. */
    private static List<TaggedName> withSecondHalves(WordForm[] words, List<TaggedName> names) {
        List<TaggedName> whole = new ArrayList<>(names.size());
        for (int n = 0; n < names.size(); n++) {
            TaggedName name = names.get(n);
            int half = name.end() + 1;
            if (name.type() != ORGANISATION
                    || half >= words.length
                    || words[name.end()].lower != AND
                    || !words[half].capitalised
                    || !hasLink(words, name)) {
                whole.add(name);
                continue;
            }
            TaggedName next = n + 1 < names.size() ? names.get(n + 1) : null;
            int end = half;
            while (end < words.length && words[end].capitalised && (next == null || next.start() > end)) {
                end++;
            }
            if (next != null && next.start() <= end) {
                boolean other = next.start() == half && next.type() == OTHER;
                whole.add(other ? new TaggedName(name.start(), next.end(), ORGANISATION) : name);
                n += other ? 1 : 0;
            } else {
                whole.add(new TaggedName(name.start(), end, ORGANISATION));
            }
        }
        return whole;
    }

    private static boolean hasLink(WordForm[] words, TaggedName name) {
        for (int i = name.start() + 1; i < name.end() - 1; i++) {
            if (words[i].lower == OF || words[i].lower == FOR) {
                return Lists.isHeadOfOrganisation(words[i - 1].lists);
            }
        }
        return false;
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
