package org.onrecord.api.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.onrecord.api.entity.NameKey;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;

/** The normalised names under which an entity, or a speaker who is none, is found. */
final class SpeakerNames {
    private static final Pattern ARTICLE = Pattern.compile("^(the|a|an) ");

    private SpeakerNames() {}

    /** Its name and aliases, and a person's surname alone: "Kerry" finds John Kerry. */
    static Set<String> of(Entity entity) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(Stream.of(entity.name()), aliases(entity).stream())
                .map(NameKey::of)
                .forEach(keys::add);
        if (entity.type() == EntityType.PERSON) {
            String name = NameKey.of(entity.name());
            keys.add(name.substring(name.lastIndexOf(' ') + 1));
        }
        keys.remove("");
        return keys;
    }

    /** For one that the article does not name: "the officials" are found as "officials". */
    static Set<String> of(String surface) {
        String key = ARTICLE.matcher(NameKey.of(surface)).replaceFirst("");
        return key.isEmpty() ? Set.of() : Set.of(key);
    }

    private static List<String> aliases(Entity entity) {
        return entity.aliases() == null ? List.of() : entity.aliases();
    }
}
