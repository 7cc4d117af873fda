package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;

/** An entity while the document is read. */
final class EntityDraft {
    /** Nobody has more names in one article; what goes on is a list that would cost quadratic time. */
    private static final int MOST_FORMS = 30;

    final EntityType type;
    final Set<String> roles = new LinkedHashSet<>();
    Gender gender = Gender.UNKNOWN;

    private final TreeMap<Integer, NameMention> names = new TreeMap<>();
    private final Map<String, NameMention> forms = new LinkedHashMap<>();

    EntityDraft(EntityType type) {
        this.type = type;
    }

    void add(NameMention name) {
        names.put(name.firstToken(), name);
        if (forms.size() < MOST_FORMS) {
            forms.merge(name.key(), name, (known, other) -> accents(other) > accents(known) ? other : known);
        }
        if (gender == Gender.UNKNOWN) {
            gender = name.gender();
        }
    }

    /** Its names in the order of the text. */
    Collection<NameMention> names() {
        return names.values();
    }

    /** One name of each form. */
    Collection<NameMention> forms() {
        return forms.values();
    }

    int firstToken() {
        return names.firstKey();
    }

    /** First token of the last name before a token, or -1. */
    int lastBefore(int token) {
        Integer last = names.lowerKey(token);
        return last == null ? -1 : last;
    }

    /** The first word of the fullest name, in the form of the tables; null where a single word may be the surname. */
    String firstName() {
        List<String> words = fullest().words();
        if (words.size() < 2) {
            return null;
        }
        return words.get(0).length() == 1 && words.size() > 2 ? words.get(1) : words.get(0);
    }

    /** The last word of the fullest name; the only one where there is no first name. */
    String loneWord() {
        return fullest().last();
    }

    private NameMention fullest() {
        NameMention fullest = names.firstEntry().getValue();
        for (NameMention form : forms.values()) {
            int more = form.words().size() - fullest.words().size();
            boolean marked = accents(form) > accents(fullest) && form.key().equals(fullest.key());
            if (more > 0 || more == 0 && (form.key().length() > fullest.key().length() || marked)) {
                fullest = form;
            }
        }
        return fullest;
    }

    private static long accents(NameMention name) {
        return name.surface().chars().filter(c -> c > 127).count();
    }

    Entity entity(int id) {
        String name = fullest().surface();
        Set<String> surfaces = new LinkedHashSet<>();
        names.values().forEach(mention -> surfaces.add(mention.surface()));
        surfaces.remove(name);
        return new Entity(id, type, name, new ArrayList<>(surfaces), List.copyOf(roles));
    }
}
