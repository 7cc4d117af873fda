package org.onrecord.nlp.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
            int end = name.end();
            boolean beforePerson = n + 1 < names.size()
                    && names.get(n + 1).type() == PERSON
                    && names.get(n + 1).start() == end;
            if (name.type() == ORGANISATION && beforePerson && isJob(words[end - 1])) {
                while (end > name.start() && isJob(words[end - 1])) {
                    end--;
                }
            }
            boolean title = end - name.start() == 1 && TITLES.contains(words[name.start()].lower);
            if (end > name.start() && !title) {
                kept.add(new TaggedName(name.start(), end, name.type()));
            }
        }
        return kept;
    }

    private static boolean isJob(WordForm word) {
        return Lists.isTitle(word.lists) || RANKS.contains(word.lower);
    }
}
