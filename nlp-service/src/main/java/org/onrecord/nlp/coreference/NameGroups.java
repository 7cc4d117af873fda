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
    /** Persons by length and beginning of their surnames. */
    private final Map<String, List<EntityDraft>> surnames = new HashMap<>();
    /** What a name in brackets stands for, by its key: "the Federal Security Service (FSB)". */
    private final Map<String, NameMention> spelledOut = new HashMap<>();

    private final String text;

    private NameGroups(String text) {
        this.text = text;
    }

    /** Returns the groups in the order of their first mention. */
    static List<EntityDraft> of(String text, List<NameMention> names) {
        NameGroups groups = new NameGroups(text);
        List<NameMention> fullFirst = new ArrayList<>(names);
        fullFirst.sort(
                Comparator.comparingInt((NameMention name) -> name.words().size() > 1 ? 0 : 1));
        groups.findBrackets(names);
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
        if (best == null && name.type() == EntityType.PERSON && name.words().size() == 1) {
            best = misspelled(name);
        }
        if (best == null) {
            best = new EntityDraft(name.type());
            drafts.add(best);
        }
        best.add(name);
        if (name.type() == EntityType.PERSON && name.words().size() > 1) {
            List<EntityDraft> alike = surnames.computeIfAbsent(stem(name.last()), k -> new ArrayList<>());
            if (alike.size() < MOST_RIVALS && !alike.contains(best)) {
                alike.add(best);
            }
        }
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

    /** "Saree" where the article has "Yahya Sarea" and nobody else who fits: a surname alone, spelled another way. */
    private EntityDraft misspelled(NameMention name) {
        EntityDraft found = null;
        for (EntityDraft draft : surnames.getOrDefault(stem(name.first()), List.of())) {
            boolean same = draft.gender.fits(name.gender())
                    && draft.forms().stream()
                            .anyMatch(known ->
                                    known.words().size() > 1 && FirstNames.isMisspelling(known.last(), name.first()));
            if (same && found != null) {
                return null;
            }
            found = same ? draft : found;
        }
        return found;
    }

    private static String stem(String surname) {
        return surname.length() + surname.substring(0, Math.min(2, surname.length()));
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
    private List<String> keys(NameMention name) {
        List<String> keys = new ArrayList<>();
        NameMention full = spelledOut.get(name.key());
        if (full != null) {
            keys.add("whole " + Acronyms.spelledOut(full.key()));
        }
        if (name.type() == EntityType.PERSON) {
            name.words().forEach(word -> keys.add("person " + word));
            return keys;
        }
        keys.add("whole " + Acronyms.spelledOut(name.key()));
        keys.add("part " + name.first());
        keys.add("part " + name.last());
        keys.add("initial " + name.first().charAt(0));
        if (Acronyms.startsWithCountry(name.words())) {
            keys.add("initial " + name.words().get(1).charAt(0));
        }
        return keys;
    }

    /** A name right behind another and an opening bracket, of capitals mostly, is its short form. */
    private void findBrackets(List<NameMention> names) {
        for (int i = 1; i < names.size(); i++) {
            NameMention full = names.get(i - 1);
            NameMention brief = names.get(i);
            boolean bracketed = brief.firstToken() == full.endToken() + 1
                    && brief.start() > 0
                    && text.charAt(brief.start() - 1) == '(';
            if (bracketed
                    && full.type() != EntityType.PERSON
                    && brief.words().size() == 1
                    && full.words().size() > 1
                    && (brief.surface().chars().filter(Character::isUpperCase).count() > 1
                            || isShortened(full, brief))) {
                spelledOut.putIfAbsent(brief.key(), full);
            }
        }
    }

    /** "Philippine Institute of Volcanology and Seismology (Phivolcs)", but not "Bank of Hawaii (Honolulu)". */
    private static boolean isShortened(NameMention full, NameMention brief) {
        return full.type() == EntityType.ORGANISATION
                && brief.type() == EntityType.ORGANISATION
                && brief.key().length() > 2
                && full.key().startsWith(brief.key().substring(0, 2));
    }

    private boolean means(EntityDraft draft, NameMention name) {
        NameMention full = spelledOut.get(name.key());
        if (full != null && draft.type != EntityType.PERSON) {
            return draft.forms().stream()
                    .anyMatch(known ->
                            known.key().equals(full.key()) || known.key().equals(name.key()));
        }
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
