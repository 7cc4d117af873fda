package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;

/** An entity while the document is read. */
final class EntityDraft {
    final EntityType type;
    final List<NameMention> names = new ArrayList<>();
    final Set<String> roles = new LinkedHashSet<>();
    Gender gender = Gender.UNKNOWN;

    EntityDraft(EntityType type) {
        this.type = type;
    }

    void add(NameMention name) {
        names.add(name);
        if (gender == Gender.UNKNOWN) {
            gender = name.gender();
        }
    }

    NameMention fullest() {
        NameMention fullest = names.get(0);
        for (NameMention name : names) {
            if (name.words().size() > fullest.words().size()
                    || name.words().size() == fullest.words().size()
                            && name.key().length() > fullest.key().length()) {
                fullest = name;
            }
        }
        return fullest;
    }

    int firstToken() {
        return names.stream().mapToInt(NameMention::firstToken).min().orElse(0);
    }

    Entity entity(int id) {
        String name = fullest().surface();
        List<String> aliases = names.stream()
                .map(NameMention::surface)
                .distinct()
                .filter(s -> !s.equals(name))
                .toList();
        return new Entity(id, type, name, aliases, List.copyOf(roles));
    }
}
