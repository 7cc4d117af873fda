package org.onrecord.nlp.name.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * A job before a person is no part of an organisation's name: "[House] Speaker Paul Rowan", "[Senate] Minority Whip Dick
 * Durham". A title alone ("Sen" before a full stop) is nobody's name.
 */
final class JobsBeforeNames {
    private static final int PERSON = Labels.TYPES.indexOf("PER");
    private static final int ORGANISATION = Labels.TYPES.indexOf("ORG");
    private static final Set<Long> RANKS = Set.of(
            Hash.lower("minority"),
            Hash.lower("majority"),
            Hash.lower("deputy"),
            Hash.lower("assistant"),
            Hash.lower("acting"),
            Hash.lower("vice"),
            Hash.lower("chief"),
            Hash.lower("whip"),
            Hash.lower("leader"));
    private static final Set<Long> TITLES = Set.of(
            Hash.lower("mr"),
            Hash.lower("mrs"),
            Hash.lower("ms"),
            Hash.lower("dr"),
            Hash.lower("sen"),
            Hash.lower("rep"),
            Hash.lower("gov"),
            Hash.lower("gen"),
            Hash.lower("mr."),
            Hash.lower("mrs."),
            Hash.lower("ms."),
            Hash.lower("dr."),
            Hash.lower("sen."),
            Hash.lower("rep."),
            Hash.lower("gov."),
            Hash.lower("gen."));

    private JobsBeforeNames() {}

    static List<TaggedName> cut(WordForm[] words, List<TaggedName> names) {
        List<TaggedName> kept = new ArrayList<>(names.size());
        for (int n = 0; n < names.size(); n++) {
            TaggedName name = names.get(n);
            boolean beforePerson = n + 1 < names.size()
                    && names.get(n + 1).type() == PERSON
                    && names.get(n + 1).start() == name.end();
            int person = name.type() == ORGANISATION ? personWithin(words, name) : name.end();
            int end = person < name.end() || beforePerson && name.type() == ORGANISATION
                    ? beforeJobs(words, name.start(), person)
                    : name.end();
            boolean title = end - name.start() == 1 && TITLES.contains(words[name.start()].lower);
            if (end > name.start() && !title) {
                kept.add(new TaggedName(name.start(), end, name.type()));
            }
            if (person < name.end()) {
                kept.add(new TaggedName(person, name.end(), PERSON));
            }
        }
        return kept;
    }

    /** Where a person starts whom the tagger took into the organisation with the job, or the name's end. */
    private static int personWithin(WordForm[] words, TaggedName name) {
        if (Lists.isOrganisationWord(words[name.end() - 1].lists)) {
            return name.end();
        }
        for (int i = name.end() - 2; i > name.start(); i--) {
            if (isJob(words[i - 1]) && Lists.isFirstName(words[i].lists)) {
                return i;
            }
        }
        return name.end();
    }

    private static int beforeJobs(WordForm[] words, int start, int end) {
        int last = end;
        while (last > start && isJob(words[last - 1])) {
            last--;
        }
        return last;
    }

    private static boolean isJob(WordForm word) {
        return Lists.isTitle(word.lists) || RANKS.contains(word.lower);
    }
}
