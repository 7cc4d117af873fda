package org.onrecord.api.quote;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Nullable;

import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Stance;

/**
 * Of which stances quotes are asked for. Immutable.
 *
 * @param wanted at least one
 */
public record Stances(Set<Stance> wanted) {

    /** All that a source puts forward: what was not said is none of it. */
    public static final Stances USUAL = new Stances(EnumSet.complementOf(EnumSet.of(Stance.UNSAID)));

    /** What was not said as well. */
    public static final Stances ALL = new Stances(EnumSet.allOf(Stance.class));

    public Stances {
        wanted = Set.copyOf(wanted);
    }

    /** @param list names divided by commas, which were checked; null for the usual ones */
    static Stances of(@Nullable String list) {
        if (list == null) {
            return USUAL;
        }
        Set<String> names = Stream.of(list.split(",")).collect(Collectors.toSet());
        return new Stances(Stream.of(Stance.values())
                .filter(stance -> names.contains(WireName.of(stance)))
                .collect(Collectors.toSet()));
    }

    boolean include(Stance stance) {
        return wanted.contains(stance);
    }

    /**
     * The same in SQL, with the names in the text, so that the database sees which index has all of them; empty where any stance
     * will do.
     *
     * @param table that has the stance
     */
    String condition(String table) {
        if (wanted.size() == Stance.values().length) {
            return "";
        }
        if (equals(USUAL)) {
            return "AND " + table + ".stance <> 'unsaid'";
        }
        return wanted.stream()
                .map(WireName::of)
                .sorted()
                .collect(Collectors.joining("', '", "AND " + table + ".stance IN ('", "')"));
    }
}
