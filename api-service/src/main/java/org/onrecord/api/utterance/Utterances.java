package org.onrecord.api.utterance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.onrecord.api.settling.DisjointSets;

/**
 * Which wordings are of one utterance: those that say the same, and those that say the same as one of them. Starts from some
 * and looks at no more than belongs to them. What comes out depends on the wordings there are alone.
 */
final class Utterances {

    /** A key of more wordings is of a turn of speech ("make America great again") and tells nothing. */
    static final int MOST_OF_A_KEY = 64;

    /** Where pages are made so that each says what the next one does, this bounds how far that is followed. */
    private static final int MOST_AT_ONCE = 5000;

    /** Of so many all that may say the same is in memory at a time; what does not is forgotten. */
    private static final int TOGETHER = 25;

    /** What there is to look at. */
    interface Shelf {

        /** Those of the ids that are printed anywhere. */
        Map<UUID, Wording> wordings(Collection<UUID> ids);

        /** Of each key the wordings that have it; more than {@link #MOST_OF_A_KEY} need not be all. */
        Map<Long, List<UUID>> byKey(Collection<Long> keys);
    }

    private record Likeness(UUID one, UUID other) {}

    private final Shelf shelf;
    private final Map<UUID, Wording> read = new HashMap<>();
    private final Map<Long, List<UUID>> byKey = new HashMap<>();
    private final Set<UUID> members = new LinkedHashSet<>();
    private final List<Likeness> alike = new ArrayList<>();

    private Utterances(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The utterance of each wording to start from and of all that belong to them: the id of the wording printed first; no
     * entry for those that stand alone.
     */
    static Map<UUID, UUID> of(Collection<UUID> starts, Shelf shelf) {
        Utterances utterances = new Utterances(shelf);
        utterances.gather(starts);
        return utterances.joined();
    }

    private void gather(Collection<UUID> starts) {
        members.addAll(starts);
        List<UUID> frontier = new ArrayList<>(members);
        for (int from = 0; from < frontier.size() && members.size() < MOST_AT_ONCE; from += TOGETHER) {
            List<UUID> some = List.copyOf(frontier.subList(from, Math.min(frontier.size(), from + TOGETHER)));
            read.putAll(unread(some));
            Map<UUID, Set<UUID>> near = near(some);
            Set<UUID> all = new LinkedHashSet<>();
            near.values().forEach(all::addAll);
            Map<UUID, Wording> others = unread(all);
            near.forEach((id, ids) -> ids.forEach(other -> {
                Wording held = read.getOrDefault(other, others.get(other));
                if (held != null && read.get(id).isSameUtteranceAs(held)) {
                    read.put(other, held);
                    alike.add(new Likeness(id, other));
                    if (members.add(other)) {
                        frontier.add(other);
                    }
                }
            }));
        }
    }

    private Map<UUID, Wording> unread(Collection<UUID> ids) {
        return shelf.wordings(ids.stream().filter(id -> !read.containsKey(id)).toList());
    }

    /** Those that have a key in common with each. */
    private Map<UUID, Set<UUID>> near(Collection<UUID> ids) {
        Set<Long> keys = new TreeSet<>();
        List<Wording> wordings =
                ids.stream().filter(read::containsKey).map(read::get).toList();
        wordings.forEach(wording -> keys.addAll(wording.said().keys()));
        keys.removeAll(byKey.keySet());
        byKey.putAll(shelf.byKey(keys));
        Map<UUID, Set<UUID>> near = new LinkedHashMap<>();
        for (Wording wording : wordings) {
            Set<UUID> others = new TreeSet<>();
            for (long key : wording.said().keys()) {
                List<UUID> having = byKey.getOrDefault(key, List.of());
                if (having.size() <= MOST_OF_A_KEY) {
                    others.addAll(having);
                }
            }
            others.remove(wording.id());
            near.put(wording.id(), others);
        }
        return near;
    }

    private Map<UUID, UUID> joined() {
        List<Wording> oldestFirst = members.stream()
                .filter(read::containsKey)
                .map(read::get)
                .sorted(Comparator.comparing(Wording::firstPrinted).thenComparing(Wording::id))
                .toList();
        Map<UUID, Integer> places = new HashMap<>();
        oldestFirst.forEach(wording -> places.put(wording.id(), places.size()));
        DisjointSets same = new DisjointSets(oldestFirst.size());
        alike.forEach(pair -> same.join(places.get(pair.one()), places.get(pair.other())));
        Map<UUID, UUID> joined = new HashMap<>();
        for (int i = 0; i < oldestFirst.size(); i++) {
            int first = same.find(i);
            if (first != i) {
                joined.put(oldestFirst.get(i).id(), oldestFirst.get(first).id());
                joined.put(oldestFirst.get(first).id(), oldestFirst.get(first).id());
            }
        }
        return joined;
    }
}
