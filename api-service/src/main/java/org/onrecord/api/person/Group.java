package org.onrecord.api.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Appearances that are taken for one person, and what they have in common. */
final class Group {

    static final Comparator<Group> MOST_FIRST = Comparator.<Group>comparingInt(group -> -group.members.size())
            .thenComparing(group -> group.first(), Appearance.FIRST_SEEN);

    /** A person is listed under the first full name that was seen, under "J. Kerry" only if there is none. */
    private static final Comparator<Appearance> NAMING = Comparator.comparing(Appearance::isSurnameAlone)
            .thenComparing(Appearance::hasInitialFirst)
            .thenComparing(Appearance.FIRST_SEEN);

    private final Map<Appearance, Evidence> members = new LinkedHashMap<>();
    private final Map<Long, Integer> company = new HashMap<>();
    private final Map<String, Integer> roles = new HashMap<>();
    private final Set<UUID> articles = new HashSet<>();
    private Appearance first;
    private boolean hasNamesakes;

    void add(Appearance appearance) {
        add(appearance, null);
    }

    /** @param evidence null while nothing but the name is known */
    private void add(Appearance appearance, Evidence evidence) {
        members.put(appearance, evidence);
        articles.add(appearance.articleId);
        appearance.company.forEach(other -> company.merge(other, 1, Integer::sum));
        appearance.roles.forEach(role -> roles.merge(role, 1, Integer::sum));
        if (first == null || NAMING.compare(appearance, first) < 0) {
            first = appearance;
        }
    }

    void addFor(Evidence evidence, Appearance appearance) {
        add(appearance, evidence);
    }

    /** Takes in another group of the same person. */
    void addFor(Evidence evidence, Group other) {
        other.members.keySet().forEach(appearance -> add(appearance, evidence));
    }

    int size() {
        return members.size();
    }

    List<Appearance> members() {
        return new ArrayList<>(members.keySet());
    }

    Appearance first() {
        return first;
    }

    boolean sharesAnArticleWith(Group other) {
        Group small = articles.size() <= other.articles.size() ? this : other;
        Group large = small == this ? other : this;
        return small.articles.stream().anyMatch(large.articles::contains);
    }

    boolean hasRole(String role) {
        return roles.containsKey(role);
    }

    boolean sharesARoleWith(Group other) {
        Group small = roles.size() <= other.roles.size() ? this : other;
        Group large = small == this ? other : this;
        return small.roles.keySet().stream().anyMatch(large.roles::containsKey);
    }

    /** The part of its articles that name somebody or something, from 0 to 1. */
    double share(Long other) {
        return (double) company.getOrDefault(other, 0) / members.size();
    }

    Set<Long> company() {
        return company.keySet();
    }

    /** How many people and organisations are named together with both. */
    long commonCompany(Group other) {
        Group small = company.size() <= other.company.size() ? this : other;
        Group large = small == this ? other : this;
        return small.company.keySet().stream()
                .filter(large.company::containsKey)
                .count();
    }

    /** Says that others bear the name too, so that the name alone tells little. */
    void markNamesakes() {
        hasNamesakes = true;
    }

    /** Why each appearance belongs here. */
    Map<Appearance, Evidence> evidence() {
        Map<Appearance, Evidence> evidence = new LinkedHashMap<>();
        members.forEach((appearance, known) -> evidence.put(appearance, known == null ? evidence(appearance) : known));
        return evidence;
    }

    private Evidence evidence(Appearance appearance) {
        if (appearance.roles.stream().anyMatch(role -> roles.get(role) > 1)) {
            return Evidence.ROLE;
        }
        if (appearance.company.stream().filter(other -> company.get(other) > 1).count() > 1) {
            return Evidence.COMPANY;
        }
        if (!hasNamesakes) {
            return Evidence.NAME;
        }
        return appearance.walks.isEmpty() ? Evidence.NAMESAKES : Evidence.OCCUPATION;
    }
}
