package org.onrecord.nlp.quote.speaker;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.nlp.coreference.Entities;

/**
 * How well a speaker without a name fits what the article says of an entity: "the Pentagon spokesman" and "John Kirby, the
 * Pentagon spokesman", "the Dutch government" and the Netherlands. Of one document; not changed once made.
 */
final class DescriptionFeatures {
    private static final int STEM = 4;
    private static final int MOST_ALIASES = 5;

    /** What somebody was, or is to be. */
    private static final Set<String> ONCE =
            Set.of("former", "ex", "elect", "president-elect", "vice", "candidate", "deputy", "late");

    private final Entities entities;
    private final EntityDescriptions descriptions;

    DescriptionFeatures(Entities entities, EntityDescriptions descriptions) {
        this.entities = entities;
        this.descriptions = descriptions;
    }

    private EntityType type(int entity) {
        return entities.entities().get(entity).type();
    }

    /** Whether what the speaker says that it is, is said of an entity, or is a part of its name. */
    boolean hasNoun(Anaphor anaphor, int entity) {
        return descriptions.of(entity).contains(anaphor.noun())
                || descriptions.nameOf(entity).contains(anaphor.noun());
    }

    /** Those who bear the speaker's noun, wherever the article says so: "TREASURER:", "the superintendent". */
    List<Integer> holders(Anaphor anaphor) {
        boolean definite =
                anaphor.determiner().equals("the") || anaphor.determiner().equals("label");
        return definite && anaphor.kind() == AnaphorKind.PERSON ? descriptions.holders(anaphor.noun()) : List.of();
    }

    /** Whether a word before the speaker's noun means the entity or a part of its name: "Iranian", "Dutch". */
    boolean hasModifier(Anaphor anaphor, int entity) {
        Set<String> name = descriptions.nameOf(entity);
        return anaphor.modifiers().stream()
                .anyMatch(word -> name.contains(word) || sharesStem(word, name) || meansCountry(word, entity));
    }

    private boolean meansCountry(String word, int entity) {
        Entity one = entities.entities().get(entity);
        Set<String> names = Countries.ofAdjective(word);
        return one.type() == EntityType.PLACE
                && (names.contains(lower(one.name()))
                        || one.aliases().stream().limit(MOST_ALIASES).anyMatch(alias -> names.contains(lower(alias))));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What speaks for and against an entity by what the article calls it. */
    void add(Anaphor anaphor, int entity, Set<String> features) {
        Set<String> words = descriptions.of(entity);
        Set<String> name = descriptions.nameOf(entity);
        String group = anaphor.group();
        if (name.contains(anaphor.noun())) {
            features.add("noun-in-name/" + group);
            features.add("noun-in-name");
        }
        boolean role = words.contains(anaphor.noun());
        int agree = 0;
        int stem = 0;
        for (String modifier : anaphor.modifiers()) {
            agree += words.contains(modifier) || name.contains(modifier) ? 1 : 0;
            stem += sharesStem(modifier, name) ? 1 : 0;
        }
        boolean all = agree == anaphor.modifiers().size();
        if (role
                && words.stream().anyMatch(ONCE::contains)
                && anaphor.modifiers().stream().noneMatch(ONCE::contains)) {
            features.add("once/" + group);
        }
        if (role) {
            features.add("noun-of-role/" + group);
            features.add("noun-of-role/"
                    + (anaphor.modifiers().isEmpty() ? "alone" : all ? "all" : agree > 0 ? "some" : "none"));
        } else {
            features.add("noun-not-of-role/" + anaphor.kind() + (words.isEmpty() ? "/none" : ""));
        }
        if (agree > 0) {
            features.add("modifier-of-role/" + anaphor.kind());
        }
        if (stem > 0) {
            features.add("modifier-like-name/" + anaphor.kind() + "/" + type(entity));
        }
        sort(anaphor, entity, features);
        if (anaphor.tail().stream().anyMatch(word -> words.contains(word) || name.contains(word))) {
            features.add("tail/" + anaphor.kind() + "/" + type(entity));
        }
    }

    /** "The newspaper" is no court. */
    private void sort(Anaphor anaphor, int entity, Set<String> features) {
        ThingClass sort = ThingClass.ofNoun(anaphor.noun());
        if (sort != null && type(entity) != EntityType.PERSON) {
            Set<String> name = descriptions.nameOf(entity);
            boolean same = sort.shows(name) || sort.shows(descriptions.of(entity));
            features.add(same ? "same-sort" : ThingClass.showsAny(name) ? "other-sort" : "no-sort");
            features.add((same ? "same-sort/" : ThingClass.showsAny(name) ? "other-sort/" : "no-sort/") + sort);
        }
    }

    /** "Iranian" and "Iran". */
    private static boolean sharesStem(String modifier, Set<String> name) {
        if (modifier.length() < STEM) {
            return false;
        }
        for (String word : name) {
            if (word.length() >= STEM && modifier.startsWith(word.substring(0, STEM))) {
                return true;
            }
        }
        return false;
    }
}
