package org.onrecord.api.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.onrecord.api.settling.DisjointSets;

/**
 * Divides all who bear one full name. Most names have one bearer in the news, so they are taken for one person unless there
 * is evidence against it: two walks of life that no article and no company joins, or two circles of at least
 * {@value #CIRCLE} articles each in which not one other name and not one role is the same. Two of one name and one walk of
 * life in the same country are one.
 *
 * <p>Linear in the names that the articles hold. The outcome does not depend on the order of the appearances.
 */
final class Namesakes {

    /** How much of the company of two walks of life has to be the same, where an article of nothing else would have 1. */
    private static final double SAME_COMPANY = 0.3;

    private static final int COMPANIONS = 2;
    private static final int CIRCLE = 3;
    private static final int CIRCLE_NAMES = 6;

    private Namesakes() {}

    /** @return at least one group; of several, each is marked to have namesakes */
    static List<Group> divide(List<Appearance> ofOneName) {
        List<Group> groups = new ArrayList<>();
        for (Group walk : byWalk(ofOneName)) {
            groups.addAll(byCircle(walk));
        }
        if (groups.size() > 1) {
            groups.forEach(Group::markNamesakes);
        }
        return groups;
    }

    private static List<Group> byWalk(List<Appearance> appearances) {
        List<Group> walks = joined(appearances);
        List<Appearance> silent =
                appearances.stream().filter(each -> each.walks.isEmpty()).toList();
        if (walks.isEmpty()) {
            walks.add(new Group());
        }
        if (walks.size() == 1) {
            silent.forEach(walks.getFirst()::add);
            return walks;
        }
        // All are judged by those whose walk is known, so that their order does not matter.
        List<Group> closest = silent.stream().map(each -> closest(walks, each)).toList();
        for (int i = 0; i < silent.size(); i++) {
            closest.get(i).add(silent.get(i));
        }
        return walks;
    }

    /** Those who tell of a walk of life, by walks that belong together. */
    private static List<Group> joined(List<Appearance> appearances) {
        DisjointSets walks = new DisjointSets(Walk.values().length);
        for (Appearance appearance : appearances) {
            appearance.walks.forEach(walk -> walks.join(
                    walk.ordinal(), appearance.walks.iterator().next().ordinal()));
        }
        Map<Integer, Group> said = grouped(appearances, walks);
        said.forEach((one, group) -> said.forEach((other, beside) -> {
            if (one < other && isSameCompany(group, beside)) {
                walks.join(one, other);
            }
        }));
        return new ArrayList<>(grouped(appearances, walks).values());
    }

    private static Map<Integer, Group> grouped(List<Appearance> appearances, DisjointSets walks) {
        Map<Integer, Group> groups = new TreeMap<>();
        for (Appearance appearance : appearances) {
            if (!appearance.walks.isEmpty()) {
                int walk = walks.find(appearance.walks.iterator().next().ordinal());
                groups.computeIfAbsent(walk, any -> new Group()).add(appearance);
            }
        }
        return groups;
    }

    private static boolean isSameCompany(Group one, Group other) {
        double same = one.company().stream()
                .mapToDouble(each -> Math.min(one.share(each), other.share(each)))
                .sum();
        return same >= SAME_COMPANY && one.commonCompany(other) >= COMPANIONS;
    }

    /** By company; without any the one with most articles. */
    private static Group closest(List<Group> groups, Appearance appearance) {
        return groups.stream()
                .min(Comparator.<Group>comparingDouble(group -> -appearance.company.stream()
                                .mapToDouble(group::share)
                                .sum())
                        .thenComparing(Group.MOST_FIRST))
                .orElseThrow();
    }

    private static List<Group> byCircle(Group group) {
        List<Appearance> members = group.members();
        DisjointSets circles = circles(members);
        Map<Integer, List<Appearance>> byCircle = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            byCircle.computeIfAbsent(circles.find(i), any -> new ArrayList<>()).add(members.get(i));
        }
        List<Group> large = byCircle.values().stream()
                .filter(Namesakes::isCircle)
                .map(Namesakes::group)
                .sorted(Group.MOST_FIRST)
                .toList();
        if (large.size() < 2) {
            return List.of(group);
        }
        byCircle.values().stream().filter(each -> !isCircle(each)).forEach(each -> each.forEach(large.getFirst()::add));
        return large;
    }

    private static DisjointSets circles(List<Appearance> members) {
        DisjointSets circles = new DisjointSets(members.size());
        Map<Object, Integer> firstWith = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Appearance member = members.get(i);
            for (Set<?> names : List.of(member.company, member.places, member.roles)) {
                for (Object name : names) {
                    circles.join(i, firstWith.getOrDefault(name, i));
                    firstWith.putIfAbsent(name, i);
                }
            }
        }
        return circles;
    }

    private static boolean isCircle(List<Appearance> members) {
        Set<Long> names = new HashSet<>();
        members.forEach(member -> {
            names.addAll(member.company);
            names.addAll(member.places);
        });
        return members.size() >= CIRCLE && names.size() >= CIRCLE_NAMES;
    }

    private static Group group(List<Appearance> members) {
        Group group = new Group();
        members.forEach(group::add);
        return group;
    }
}
