package org.onrecord.api.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who people are as editors have them, given who they are by the articles alone: one decision after the other is applied to what
 * came out before it, as whoever made it saw it. Immutable.
 */
final class Rulings {

    /** A decision. */
    sealed interface Ruling permits Merge, Separation, Renaming {}

    /**
     * One person is another.
     *
     * @param listedAs the normalised name of that one
     */
    record Merge(UUID from, UUID into, String listedAs) implements Ruling {}

    /**
     * Some of what is one person is another.
     *
     * @param names normalised, by which that one is named
     * @param articles in which that one is named
     * @param called what the editor calls that one; null if nothing
     */
    record Separation(
            UUID from,
            UUID into,
            Set<String> names,
            Set<UUID> articles,
            String listedAs,
            @Nullable String called) implements Ruling {}

    /** A person goes by another name. */
    record Renaming(UUID of, String called, String listedAs) implements Ruling {}

    private final List<Ruling> inOrder;
    private final Map<UUID, String> listedAs = new HashMap<>();
    private final Map<UUID, String> called = new HashMap<>();

    /** @param inOrder the first that was made first */
    Rulings(List<Ruling> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        for (Ruling ruling : this.inOrder) {
            switch (ruling) {
                case Merge merge -> listedAs.putIfAbsent(merge.into(), merge.listedAs());
                case Separation separation -> {
                    listedAs.put(separation.into(), separation.listedAs());
                    Optional.ofNullable(separation.called()).ifPresent(name -> called.put(separation.into(), name));
                }
                case Renaming renaming -> {
                    listedAs.put(renaming.of(), renaming.listedAs());
                    called.put(renaming.of(), renaming.called());
                }
            }
        }
    }

    /**
     * Who a sighting is of.
     *
     * @param machine by the articles alone
     * @param pinned whom an editor chose for it
     */
    Settled settled(Sighting sighting, Identity machine, Optional<Identity> pinned) {
        UUID start = pinned.map(Identity::personId).orElse(machine.personId());
        UUID id = start;
        for (Ruling ruling : inOrder) {
            id = switch (ruling) {
                case Merge merge -> id.equals(merge.from()) ? merge.into() : id;
                case Separation separation ->
                    id.equals(separation.from()) && isOf(separation, sighting) ? separation.into() : id;
                case Renaming renaming -> id;
            };
        }
        Identity known = pinned.orElse(machine);
        boolean edited = !id.equals(machine.personId());
        return new Settled(
                new Identity(
                        id, listedAs.getOrDefault(id, known.listedAs()), edited ? Evidence.EDITOR : machine.evidence()),
                edited ? machine.personId() : null,
                called.get(id));
    }

    private static boolean isOf(Separation separation, Sighting sighting) {
        return separation.names().contains(sighting.name())
                || separation.articles().contains(sighting.articleId());
    }
}
