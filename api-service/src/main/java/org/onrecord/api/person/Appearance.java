package org.onrecord.api.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All that the readings of one article say of somebody they give one name. Two of one name in an article are one person. */
final class Appearance {

    /** Whoever was seen first keeps an id: what comes later does not take it away. */
    static final Comparator<Appearance> FIRST_SEEN = Comparator.<Appearance, Instant>comparing(a -> a.firstSeenAt)
            .thenComparing(a -> a.articleId)
            .thenComparing(a -> a.name);

    final String name;
    final UUID articleId;
    final Instant firstSeenAt;
    final List<Sighting> sightings = new ArrayList<>();
    final Set<String> aliases = new HashSet<>();
    final Set<String> roles = new HashSet<>();
    final Set<Long> company = new HashSet<>();
    final Set<Long> places = new HashSet<>();
    final EnumSet<Walk> walks = EnumSet.noneOf(Walk.class);

    Appearance(Sighting first) {
        name = first.name();
        articleId = first.articleId();
        firstSeenAt = first.firstSeenAt();
    }

    void add(Sighting sighting) {
        sightings.add(sighting);
        aliases.addAll(sighting.aliases());
        roles.addAll(sighting.roles());
        company.addAll(sighting.company());
        places.addAll(sighting.places());
        sighting.roles().forEach(role -> walks.addAll(Walk.of(role)));
    }

    /** The surname alone tells of nobody in particular. */
    boolean isSurnameAlone() {
        return name.indexOf(' ') < 0;
    }

    /** "J. Kerry". */
    boolean hasInitialFirst() {
        return name.indexOf(' ') == 1;
    }
}
