package org.onrecord.api.parameter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.entity.PersonName;

/** The keys under which somebody is looked for who is asked for by name or id. */
public final class AskedName {

    private AskedName() {}

    /**
     * @param namesOrIds null or empty where none is asked for
     * @return for an id itself; for a name its key, and that without titles; in the order of the names
     */
    public static Set<String> keys(@Nullable Collection<String> namesOrIds) {
        Set<String> keys = new LinkedHashSet<>();
        if (namesOrIds != null) {
            namesOrIds.forEach(each -> addKeys(keys, each));
        }
        return keys;
    }

    private static void addKeys(Set<String> keys, String nameOrId) {
        UUID id = OptionalId.of(nameOrId).orElse(null);
        if (id != null) {
            keys.add(id.toString());
            return;
        }
        String key = NameKey.withoutArticle(NameKey.of(nameOrId));
        keys.add(key);
        keys.add(PersonName.withoutTitles(key));
    }
}
