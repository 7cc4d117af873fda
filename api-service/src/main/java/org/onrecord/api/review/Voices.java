package org.onrecord.api.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.entity.PersonName;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;

/** Finds the speakers whom editors name among those of whom the article tells, and adds whom it does not. Not thread-safe. */
final class Voices {

    private final Reading reading;
    private final Places places;
    private final List<Entity> entities;
    private final List<Added> added = new ArrayList<>();

    Voices(Reading reading, Places places) {
        this.reading = reading;
        this.places = places;
        this.entities = new ArrayList<>(reading.entities());
    }

    /**
     * Somebody of whom the machine found nothing in the article.
     *
     * @param pinned the person, where an editor chose one
     */
    record Added(Entity entity, Optional<UUID> pinned) {}

    List<Added> added() {
        return added;
    }

    /** All of the article, those that were added last. */
    List<Entity> entities() {
        return entities;
    }

    /**
     * The speakers at their places.
     *
     * @param machine whose speaker's words do for one whose own words are gone; null where there is none
     * @return empty if the words of one are found nowhere
     */
    Optional<List<Speaker>> speakers(List<Statement.Voice> voices, @Nullable Quote machine) {
        List<Speaker> speakers = new ArrayList<>();
        for (Statement.Voice voice : voices) {
            Optional<Span> place = places.of(voice.words())
                    .or(() -> Optional.ofNullable(machine).map(Quote::speaker).map(Speaker::span));
            if (place.isEmpty()) {
                return Optional.empty();
            }
            speakers.add(new Speaker(place.get(), places.words(place.get()), number(voice)));
        }
        return Optional.of(speakers);
    }

    private @Nullable Integer number(Statement.Voice voice) {
        if (voice.name() == null) {
            return null;
        }
        Optional<Integer> known = voice.entityId() != null || voice.type() == null
                ? known(voice.name(), Optional.ofNullable(voice.entityId()))
                : ofType(voice.name(), voice.type());
        return known.orElseGet(() -> add(voice));
    }

    /** The same of those that are of a type: what an editor calls an organisation is no person of the name. */
    Optional<Integer> ofType(String name, EntityType type) {
        return known(name, entity -> entity.type() == type);
    }

    /** The number of whom a name means among those of whom the article tells; of several the one who bears it as the fullest. */
    Optional<Integer> known(String name, Optional<UUID> id) {
        if (id.isPresent()) {
            for (int i = 0; i < reading.entityIds().size(); i++) {
                if (reading.entityIds().get(i).id().equals(id.get())) {
                    return Optional.of(i);
                }
            }
            for (Added each : added) {
                if (each.pinned().equals(id)) {
                    return Optional.of(each.entity().id());
                }
            }
            return Optional.empty();
        }
        return known(name, entity -> true);
    }

    private Optional<Integer> known(String name, Predicate<Entity> among) {
        String key = NameKey.of(name);
        return first(among.and(entity -> NameKey.of(entity.name()).equals(key)))
                .or(() -> first(among.and(entity -> entity.aliases() != null
                        && entity.aliases().stream().map(NameKey::of).anyMatch(key::equals))))
                .or(() -> onlyBearer(key).filter(among))
                .map(Entity::id);
    }

    private Optional<Entity> first(Predicate<Entity> isMeant) {
        return entities.stream().filter(isMeant).findFirst();
    }

    /** "Rennick", where the article tells of one of the name. */
    private Optional<Entity> onlyBearer(String key) {
        List<Entity> bearers = entities.stream()
                .filter(entity -> entity.type() == EntityType.PERSON
                        && PersonName.keys(entity.name()).contains(key))
                .toList();
        return bearers.size() == 1 ? Optional.of(bearers.getFirst()) : Optional.empty();
    }

    private Integer add(Statement.Voice voice) {
        Entity entity = new Entity(
                entities.size(),
                voice.type() == null ? EntityType.PERSON : voice.type(),
                voice.name(),
                List.of(),
                List.of());
        entities.add(entity);
        added.add(new Added(entity, Optional.ofNullable(voice.entityId())));
        return entity.id();
    }
}
