package org.onrecord.api.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.entity.PersonName;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;

/** The normalised names under which an entity, or a speaker who is none, is found. */
final class SpeakerNames {
    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) ");

    private SpeakerNames() {}

    /** Its name and aliases, and all that a person is called by: "Kerry" finds John Kerry. */
    static Set<String> of(Entity entity) {
        return of(entity.type(), entity.name(), entity.aliases() == null ? List.of() : entity.aliases());
    }

    static Set<String> of(EntityType type, String name, List<String> aliases) {
        Set<String> keys = new LinkedHashSet<>();
        if (type == EntityType.PERSON) {
            keys.addAll(PersonName.keys(name));
        }
        Stream.concat(Stream.of(name), aliases.stream()).map(NameKey::of).forEach(keys::add);
        keys.remove("");
        return keys;
    }

    /** For one that the article does not name: "the officials" are found as "officials". */
    static Set<String> of(String surface) {
        String key = ARTICLE.matcher(NameKey.of(surface)).replaceFirst("");
        return key.isEmpty() ? Set.of() : Set.of(key);
    }
}
