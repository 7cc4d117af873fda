package org.onrecord.api.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.onrecord.api.entity.EntityId;
import org.onrecord.api.settling.DisjointSets;

/**
 * Tells the people of one surname apart, and brings the variants of their names together. A variant needs more than
 * likeness: an article that uses both names, or the same role, or two others who are named together with both.
 *
 * <p>Linear in the names that the articles hold, but for names that share a given name or an initial, of which each is held
 * against the {@value #HEADS} most frequent. The outcome depends on the set of sightings alone.
 */
final class People {

    private static final int COMPANIONS = 2;
    private static final int HEADS = 8;
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    private final List<Group> named = new ArrayList<>();
    private final List<Appearance> surnames = new ArrayList<>();

    private People(Collection<Sighting> sightings) {
        record ByArticle(String name, UUID articleId) {}
        Map<ByArticle, Appearance> appearances = new LinkedHashMap<>();
        sightings.forEach(sighting -> appearances
                .computeIfAbsent(new ByArticle(sighting.name(), sighting.articleId()), any -> new Appearance(sighting))
                .add(sighting));
        Map<String, List<Appearance>> byName = new TreeMap<>();
        appearances.values().stream().sorted(Appearance.FIRST_SEEN).forEach(appearance -> {
            if (appearance.isSurnameAlone()) {
                surnames.add(appearance);
            } else {
                byName.computeIfAbsent(appearance.name, any -> new ArrayList<>())
                        .add(appearance);
            }
        });
        byName.values().forEach(ofOneName -> named.addAll(Namesakes.divide(ofOneName)));
        named.sort(Group.MOST_FIRST);
    }

    /** @param sightings all there are of one surname */
    static Map<Sighting.Row, Identity> of(Collection<Sighting> sightings) {
        People people = new People(sightings);
        List<Group> persons = people.withVariants();
        people.addSurnames(persons);
        return identities(persons);
    }

    private List<Group> withVariants() {
        DisjointSets same = new DisjointSets(named.size());
        joinAliases(same);
        joinLongerNames(same);
        joinInitials(same);
        Map<Integer, Group> persons = new TreeMap<>();
        for (int i = 0; i < named.size(); i++) {
            Group group = named.get(i);
            // The largest of those that belong together comes first, and its place is the least.
            Group known = persons.putIfAbsent(same.find(i), group);
            if (known != null) {
                known.addFor(Evidence.VARIANT, group);
            }
        }
        return new ArrayList<>(persons.values());
    }

    /** "Joe Biden" and "Joseph Biden", where an article uses both for one. */
    private void joinAliases(DisjointSets same) {
        Map<String, List<Integer>> byName = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            byName.computeIfAbsent(named.get(i).first().name, any -> new ArrayList<>())
                    .add(i);
        }
        for (int i = 0; i < named.size(); i++) {
            for (Appearance appearance : named.get(i).members()) {
                for (String alias : appearance.aliases) {
                    List<Integer> others = byName.getOrDefault(alias, List.of());
                    if (others.size() == 1 && areTwoNames(i, others.getFirst())) {
                        same.join(i, others.getFirst());
                    }
                }
            }
        }
    }

    /** "John F. Kerry" and "John Kerry". */
    private void joinLongerNames(DisjointSets same) {
        Map<String, List<Integer>> heads = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            List<String> given = given(named.get(i));
            if (given.getFirst().length() > 1) {
                int at = i;
                List<Integer> known = heads.computeIfAbsent(given.getFirst(), any -> new ArrayList<>());
                known.stream()
                        .filter(head -> areMiddlesAlike(given(named.get(head)), given) && areOne(head, at))
                        .findFirst()
                        .ifPresentOrElse(head -> same.join(head, at), () -> keep(known, at));
            }
        }
    }

    /** "J. Kerry" and "John Kerry", where there is one such John, James or Jane alone. */
    private void joinInitials(DisjointSets same) {
        Map<String, List<Integer>> byInitial = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            List<String> given = given(named.get(i));
            if (given.getFirst().length() > 1) {
                keep(byInitial.computeIfAbsent(given.getFirst().substring(0, 1), any -> new ArrayList<>()), i);
            }
        }
        for (int i = 0; i < named.size(); i++) {
            int at = i;
            List<Integer> full = byInitial.getOrDefault(given(named.get(i)).getFirst(), List.of()).stream()
                    .filter(head -> areOne(head, at))
                    .toList();
            if (full.size() == 1) {
                same.join(full.getFirst(), i);
            }
        }
    }

    private static void keep(List<Integer> heads, int head) {
        if (heads.size() < HEADS) {
            heads.add(head);
        }
    }

    private boolean areTwoNames(int one, int other) {
        return !named.get(one).first().name.equals(named.get(other).first().name);
    }

    private boolean areOne(int one, int other) {
        Group a = named.get(one);
        Group b = named.get(other);
        return areTwoNames(one, other)
                && !a.sharesAnArticleWith(b)
                && (a.sharesARoleWith(b) || a.commonCompany(b) >= COMPANIONS);
    }

    /** What stands before the surname; never empty. */
    private static List<String> given(Group group) {
        List<String> words = new ArrayList<>(List.of(group.first().name.split(" ")));
        if (words.size() > 2 && SUFFIXES.contains(words.getLast())) {
            words.removeLast();
        }
        words.removeLast();
        return words;
    }

    /** Whether each middle name of the shorter name is one of the longer, or its initial: "f" and "forbes". */
    private static boolean areMiddlesAlike(List<String> one, List<String> other) {
        List<String> shorter = one.size() <= other.size() ? one : other;
        List<String> longer = shorter == one ? other : one;
        return shorter.stream()
                .skip(1)
                .allMatch(middle -> longer.stream()
                        .skip(1)
                        .anyMatch(each -> each.equals(middle)
                                || each.length() == 1 && middle.startsWith(each)
                                || middle.length() == 1 && each.startsWith(middle)));
    }

    /** "Mr Kerry" of an article that has no other name for him goes to the only Kerry of that role or company. */
    private void addSurnames(List<Group> persons) {
        Map<Object, List<Integer>> byTrait = new HashMap<>();
        for (int i = 0; i < persons.size(); i++) {
            Set<Object> traits = new HashSet<>(persons.get(i).company());
            persons.get(i).members().forEach(member -> traits.addAll(member.roles));
            for (Object trait : traits) {
                byTrait.computeIfAbsent(trait, any -> new ArrayList<>()).add(i);
            }
        }
        Map<Appearance, Group> found = new LinkedHashMap<>();
        Group rest = new Group();
        for (Appearance surname : surnames) {
            int only = onlyBearer(surname, byTrait);
            if (only < 0) {
                rest.add(surname);
            } else {
                found.put(surname, persons.get(only));
            }
        }
        found.forEach((surname, person) -> person.addFor(Evidence.SURNAME, surname));
        if (rest.size() > 0) {
            if (!persons.isEmpty()) {
                rest.markNamesakes();
            }
            persons.add(rest);
        }
    }

    /** Where in the list the one person is who has the same role or company; -1 if there is none, or more than one. */
    private static int onlyBearer(Appearance surname, Map<Object, List<Integer>> byTrait) {
        Map<Integer, Integer> scores = new HashMap<>();
        surname.company.forEach(
                each -> byTrait.getOrDefault(each, List.of()).forEach(person -> scores.merge(person, 1, Integer::sum)));
        surname.roles.forEach(role -> byTrait.getOrDefault(role, List.of())
                .forEach(person -> scores.merge(person, COMPANIONS, Integer::sum)));
        List<Map.Entry<Integer, Integer>> best = scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(2)
                .toList();
        boolean one = !best.isEmpty()
                && best.getFirst().getValue() >= COMPANIONS
                && (best.size() == 1
                        || best.getFirst().getValue() > best.getLast().getValue());
        return one ? best.getFirst().getKey() : -1;
    }

    private static Map<Sighting.Row, Identity> identities(List<Group> persons) {
        Map<Sighting.Row, Identity> identities = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Group> firstSeen = new ArrayList<>(persons);
        firstSeen.sort(Comparator.comparing(Group::first, Appearance.FIRST_SEEN));
        for (Group person : firstSeen) {
            Appearance first = person.first();
            UUID id = EntityId.of("person", taken.add(first.name) ? first.name : first.name + "\n" + first.articleId);
            person.evidence()
                    .forEach((appearance, evidence) -> appearance.sightings.forEach(
                            sighting -> identities.put(sighting.row(), new Identity(id, first.name, evidence))));
        }
        return identities;
    }
}
