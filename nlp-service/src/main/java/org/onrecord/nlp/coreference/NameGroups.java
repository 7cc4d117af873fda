package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.contracts.EntityType;

/**
 * Groups names that mean the same one. Full names come first, wherever they stand, so that a headline's surname finds
 * the full name of the text below.
 */
final class NameGroups {
    /** Of more that share a word only the latest are looked at, so that time grows no faster than the text. */
    private static final int MOST_RIVALS = 60;

    private final List<EntityDraft> drafts = new ArrayList<>();
    private final Map<String, List<EntityDraft>> byWord = new HashMap<>();

    private NameGroups() {}

    /** Returns the groups in the order of their first mention. */
    static List<EntityDraft> of(List<NameMention> names) {
        NameGroups groups = new NameGroups();
        List<NameMention> fullFirst = new ArrayList<>(names);
        fullFirst.sort(
                Comparator.comparingInt((NameMention name) -> name.words().size() > 1 ? 0 : 1));
        for (NameMention name : fullFirst) {
            groups.place(name);
        }
        groups.drafts.sort(Comparator.comparingInt(EntityDraft::firstToken));
        return groups.drafts;
    }

    private void place(NameMention name) {
        EntityDraft best = null;
        for (EntityDraft draft : candidates(name)) {
            if (draft.gender.fits(name.gender()) && means(draft, name) && (best == null || nearer(draft, best, name))) {
                best = draft;
            }
        }
        if (best == null) {
            best = new EntityDraft(name.type());
            drafts.add(best);
        }
        best.add(name);
        for (String key : keys(name)) {
            List<EntityDraft> known = byWord.computeIfAbsent(key, k -> new ArrayList<>());
            if (!known.contains(best)) {
                known.add(best);
            }
            if (known.size() > MOST_RIVALS) {
                known.remove(0);
            }
        }
    }

    private List<EntityDraft> candidates(NameMention name) {
        List<EntityDraft> candidates = new ArrayList<>();
        for (String key : keys(name)) {
            for (EntityDraft draft : byWord.getOrDefault(key, List.of())) {
                if (!candidates.contains(draft)) {
                    candidates.add(draft);
                }
            }
        }
        return candidates;
    }

    /** What a name is looked up by: persons by each word, others by the whole, the first word and the initials. */
    private static List<String> keys(NameMention name) {
        List<String> keys = new ArrayList<>();
        if (name.type() == EntityType.PERSON) {
            name.words().forEach(word -> keys.add("person " + word));
            return keys;
        }
        keys.add("whole " + Acronyms.spelledOut(name.key()));
        keys.add("part " + name.first());
        keys.add("part " + name.last());
        keys.add("initial " + name.first().charAt(0));
        return keys;
    }

    private static boolean means(EntityDraft draft, NameMention name) {
        if (draft.type != name.type()) {
            return false;
        }
        if (name.type() == EntityType.PERSON
                && draft.forms().stream().anyMatch(known -> PersonNames.contradict(known, name))) {
            return false;
        }
        return draft.forms().stream()
                .anyMatch(known -> name.type() == EntityType.PERSON
                        ? PersonNames.agree(known, name)
                        : ThingNames.agree(known, name));
    }

    /**
     * Of two that fit, the one named last before the name; where none is, the one named first. A surname alone is the one
     * of whom the article speaks more: after Melania and Ivanka, "Trump" is the president still.
     */
    private static boolean nearer(EntityDraft one, EntityDraft other, NameMention name) {
        boolean surname =
                name.type() == EntityType.PERSON && name.words().size() == 1 && name.gender() == Gender.UNKNOWN;
        int more = one.names().size() - other.names().size();
        if (surname && more != 0 && one.firstToken() < name.firstToken() && other.firstToken() < name.firstToken()) {
            return more > 0;
        }
        int a = one.lastBefore(name.firstToken());
        int b = other.lastBefore(name.firstToken());
        return a != b ? a > b : one.firstToken() < other.firstToken();
    }
}
