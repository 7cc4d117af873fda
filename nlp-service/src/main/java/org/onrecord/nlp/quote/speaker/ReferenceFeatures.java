package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Whom a speaker without a name may mean, each entity with the features that speak for or against it. A feature is a word
 * with its kind, so that the weights can be learnt for nouns too ("head/senator/PERSON"). What the speakers before were found
 * to mean is to be told. Not thread-safe.
 */
final class ReferenceFeatures {
    private final Reading reading;
    private final Entities entities;
    private final MentionsAround around;
    private final DescriptionFeatures descriptions;
    private final Map<Integer, Integer> often = new HashMap<>();
    private final Map<EntityType, Integer> mostOften = new EnumMap<>(EntityType.class);
    private final Map<String, Integer> byName = new HashMap<>();
    private final Set<Integer> inHeadline = new HashSet<>();
    private final Map<String, Integer> lastOfNoun = new HashMap<>();
    private int speakerBefore = -1;
    private int speakerBeforeThat = -1;
    private int sentenceOfSpeaker = -1;

    /** An entity that may be meant, and its features. */
    record Candidate(int entity, Set<String> features) {}

    ReferenceFeatures(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
        MentionTokens mentions = new MentionTokens(reading, entities);
        this.around = new MentionsAround(reading, entities, mentions);
        this.descriptions = new DescriptionFeatures(entities, new EntityDescriptions(reading, entities, mentions));
        for (Entity entity : entities.entities()) {
            byName.putIfAbsent(entity.name().toLowerCase(Locale.ROOT), entity.id());
        }
        for (int m = 0; m < mentions.size(); m++) {
            int entity = mentions.entity(m);
            mostOften.merge(type(entity), often.merge(entity, 1, Integer::sum), Math::max);
            if (around.isHeadline(mentions.from(m))) {
                inHeadline.add(entity);
            }
        }
    }

    /** "the emergencies ministry" as the article writes its name elsewhere, determiners left out. */
    private String words(Anaphor anaphor) {
        int from = reading.classes[anaphor.from()] == WordClass.DETERMINER ? anaphor.from() + 1 : anaphor.from();
        return String.join(" ", Arrays.copyOfRange(reading.lower, from, Math.max(from, anaphor.head())));
    }

    /** What a speaker was found to mean, -1 for nobody the article names. */
    void means(int from, int head, int entity) {
        lastOfNoun.put(reading.lower[head - 1], entity);
        if (entity >= 0 && entity != speakerBefore) {
            speakerBeforeThat = speakerBefore;
        }
        speakerBefore = entity;
        sentenceOfSpeaker = reading.sentenceOf[from];
    }

    List<Candidate> of(Anaphor anaphor) {
        Map<Integer, Set<String>> found = new LinkedHashMap<>();
        around.find(anaphor, found);
        Integer ofNoun = lastOfNoun.get(anaphor.noun());
        if (ofNoun != null && ofNoun >= 0) {
            found.computeIfAbsent(ofNoun, e -> new LinkedHashSet<>());
        }
        Integer sameName = anaphor.determiner().equals("label") ? null : byName.get(words(anaphor));
        if (sameName != null) {
            found.computeIfAbsent(sameName, e -> new LinkedHashSet<>()).add("same-name");
        }
        for (int holder : descriptions.holders(anaphor)) {
            found.computeIfAbsent(holder, e -> new LinkedHashSet<>()).add("holder/" + anaphor.determiner());
        }
        found.entrySet()
                .removeIf(one ->
                        cannotMean(anaphor, type(one.getKey()), one.getValue().contains("in")));
        // Who is meant by letters that are no name is not what these letters are elsewhere.
        String letters = reading.tokens.get(anaphor.head() - 1).text();
        found.keySet().removeIf(entity -> entities.entities().get(entity).name().equals(letters));
        compare(anaphor, found);
        List<Candidate> candidates = new ArrayList<>();
        found.forEach((entity, features) -> {
            common(anaphor, entity, features);
            candidates.add(new Candidate(entity, features));
        });
        return candidates;
    }

    /**
     * "Trump's lawyer" is another person, and "the ministry" none, but "the Trump campaign" speaks for one.
     *
     * @param inside whether the entity is named within the words of the speaker
     */
    private static boolean cannotMean(Anaphor anaphor, EntityType type, boolean inside) {
        boolean person = type == EntityType.PERSON;
        return anaphor.kind().isSomebodyElse() && inside && type != EntityType.ORGANISATION
                || anaphor.kind().isBody() && person && !inside;
    }

    /** What one has and no other, or has first of those that are nearest. */
    private void compare(Anaphor anaphor, Map<Integer, Set<String>> found) {
        int withRole = 0;
        int withModifier = 0;
        Map<EntityType, Integer> ofType = new EnumMap<>(EntityType.class);
        for (int entity : found.keySet()) {
            withRole += descriptions.hasNoun(anaphor, entity) ? 1 : 0;
            withModifier += descriptions.hasModifier(anaphor, entity) ? 1 : 0;
            ofType.merge(type(entity), 1, Integer::sum);
        }
        boolean first = true;
        String kind = anaphor.kind() + "/" + anaphor.group();
        for (Map.Entry<Integer, Set<String>> candidate : found.entrySet()) {
            int entity = candidate.getKey();
            Set<String> features = candidate.getValue();
            if (descriptions.hasNoun(anaphor, entity)) {
                features.add("role/" + kind + "/" + type(entity));
                features.add((withRole == 1 ? "role-alone/" : first ? "role-first/" : "role-later/") + anaphor.kind());
                first = false;
            } else if (withRole > 0) {
                features.add("role-of-another/" + kind);
            }
            if (descriptions.hasModifier(anaphor, entity)) {
                features.add("modifier/" + anaphor.kind() + "/" + type(entity));
                if (withModifier == 1) {
                    features.add("modifier-alone/" + anaphor.kind());
                }
            } else if (withModifier > 0) {
                features.add("modifier-of-another/" + anaphor.kind());
            }
            if (ofType.get(type(entity)) == 1) {
                features.add("alone-of-type/" + anaphor.kind() + "/" + type(entity));
            }
        }
    }

    private EntityType type(int entity) {
        return entities.entities().get(entity).type();
    }

    private void common(Anaphor anaphor, int entity, Set<String> features) {
        EntityType type = type(entity);
        String kind = anaphor.kind() + "/" + type;
        String group = anaphor.group();
        features.add(kind);
        features.add(kind + "/" + anaphor.determiner());
        features.add("head/" + anaphor.noun() + "/" + type);
        if (around.isHeadline(anaphor.from())) {
            features.add("headline/" + kind);
        }
        if (inHeadline.contains(entity)) {
            features.add("topic/" + kind);
        }
        descriptions.add(anaphor, entity, features);
        spoke(anaphor, entity, features);
        int count = often.getOrDefault(entity, 0);
        features.add("often/" + (count > 8 ? "8" : count > 4 ? "4" : count > 1 ? "2" : "1") + "/" + group);
        if (count > 1 && count == mostOften.get(type)) {
            features.add("most-often/" + kind);
        }
    }

    private void spoke(Anaphor anaphor, int entity, Set<String> features) {
        String group = anaphor.group();
        if (entity == speakerBefore) {
            features.add("spoke-before/" + anaphor.kind() + "/" + type(entity));
            features.add("spoke-before/" + group);
            int distance = reading.sentenceOf[anaphor.from()] - sentenceOfSpeaker;
            features.add("spoke-before/" + MentionsAround.near(distance) + "/" + group);
        } else if (entity == speakerBeforeThat) {
            features.add("spoke-earlier/" + group);
        }
        Integer ofNoun = lastOfNoun.get(anaphor.noun());
        if (ofNoun != null && ofNoun == entity) {
            features.add("noun-before/" + group);
        } else if (ofNoun != null && ofNoun < 0) {
            features.add("noun-meant-nobody/" + group);
        } else if (ofNoun != null) {
            features.add("noun-meant-another/" + group);
        }
    }
}
