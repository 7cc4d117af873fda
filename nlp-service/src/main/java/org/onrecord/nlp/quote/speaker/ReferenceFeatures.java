package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Whom a speaker without a name may mean, each entity with the features that speak for or against it. A feature is a word
 * with its kind, so that the weights can be learnt for nouns too ("head/senator/PERSON"). What the speakers before were found
 * to mean is to be told. Looks at a bounded number of mentions around the speaker. Not thread-safe.
 */
final class ReferenceFeatures {
    private static final int MOST_BEFORE = 60;
    private static final int MOST_BEHIND = 14;
    private static final int FARTHEST = 12;
    private static final int FARTHEST_BEHIND = 3;
    private static final int STEM = 4;
    /** A noun that stood farther back, in sentences, is another thing. */
    private static final int NOUN_FARTHEST = 25;

    private static final Set<String> OF = Set.of("of", "by", "from", "for", "at", "with");
    private static final Set<String> ONCE =
            Set.of("former", "ex", "elect", "president-elect", "vice", "candidate", "deputy", "late");

    private final Reading reading;
    private final Entities entities;
    private final MentionTokens mentions;
    private final EntityDescriptions descriptions;
    private final Map<Integer, Integer> often = new HashMap<>();
    private final Map<String, Integer> lastOfNoun = new HashMap<>();
    private final Map<String, List<Integer>> nouns = new HashMap<>();
    private int speakerBefore = -1;
    private int speakerBeforeThat = -1;
    private int sentenceOfSpeaker = -1;

    /** An entity that may be meant, and its features. */
    record Candidate(int entity, Set<String> features) {}

    ReferenceFeatures(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
        this.mentions = new MentionTokens(reading, entities);
        this.descriptions = new EntityDescriptions(reading, entities, mentions);
        for (int i = 0; i < reading.lower.length; i++) {
            if (reading.classes[i] == WordClass.NOUN) {
                nouns.computeIfAbsent(reading.lower[i], n -> new ArrayList<>()).add(i);
            }
        }
        for (int m = 0; m < mentions.size(); m++) {
            often.merge(mentions.entity(m), 1, Integer::sum);
        }
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
        inside(anaphor, found);
        before(anaphor, found);
        behind(anaphor, found);
        seenWithNoun(anaphor, found);
        Integer ofNoun = lastOfNoun.get(anaphor.noun());
        if (ofNoun != null && ofNoun >= 0) {
            features(found, ofNoun);
        }
        if (anaphor.kind().isSomebodyElse()) {
            found.values().removeIf(features -> features.contains("in"));
        }
        if (anaphor.kind().isBody()) {
            // "The ministry" is no person, but "the Trump campaign" speaks for one.
            found.entrySet()
                    .removeIf(one -> type(one.getKey()) == EntityType.PERSON
                            && !one.getValue().contains("in"));
        }
        compare(anaphor, found);
        List<Candidate> candidates = new ArrayList<>();
        found.forEach((entity, features) -> {
            common(anaphor, entity, features);
            candidates.add(new Candidate(entity, features));
        });
        return candidates;
    }

    /** What one has and no other, or has first of those that are nearest. */
    private void compare(Anaphor anaphor, Map<Integer, Set<String>> found) {
        int withRole = 0;
        Map<EntityType, Integer> ofType = new HashMap<>();
        for (int entity : found.keySet()) {
            withRole += hasNoun(anaphor, entity) ? 1 : 0;
            ofType.merge(type(entity), 1, Integer::sum);
        }
        boolean first = true;
        for (Map.Entry<Integer, Set<String>> candidate : found.entrySet()) {
            String kind = anaphor.kind() + "/" + group(anaphor);
            if (hasNoun(anaphor, candidate.getKey())) {
                candidate.getValue().add("role/" + kind + "/" + type(candidate.getKey()));
                candidate
                        .getValue()
                        .add((withRole == 1 ? "role-alone/" : first ? "role-first/" : "role-later/") + anaphor.kind());
                first = false;
            } else if (withRole > 0) {
                candidate.getValue().add("role-of-another/" + kind);
            }
            if (ofType.get(type(candidate.getKey())) == 1) {
                candidate.getValue().add("alone-of-type/" + anaphor.kind() + "/" + type(candidate.getKey()));
            }
        }
    }

    private boolean hasNoun(Anaphor anaphor, int entity) {
        return descriptions.of(entity).contains(anaphor.noun())
                || descriptions.nameOf(entity).contains(anaphor.noun());
    }

    private static Set<String> features(Map<Integer, Set<String>> found, int entity) {
        return found.computeIfAbsent(entity, e -> new LinkedHashSet<>());
    }

    private EntityType type(int entity) {
        return entities.entities().get(entity).type();
    }

    /** "A spokesman for the Home Office", "Trump's lawyer", "a State Department official". */
    private void inside(Anaphor anaphor, Map<Integer, Set<String>> found) {
        for (int m = mentions.firstFrom(anaphor.from()); m < mentions.size() && mentions.from(m) < anaphor.to(); m++) {
            if (mentions.to(m) == anaphor.head() && mentions.from(m) <= anaphor.head() - 1) {
                features(found, mentions.entity(m)).add("described/" + anaphor.kind());
                continue;
            }
            int end = mentions.to(m);
            String how;
            if (end <= anaphor.head()) {
                how = reading.classAt(end) == WordClass.POSSESSIVE
                        ? "s"
                        : mentions.kind(m) == MentionKind.PRONOUN ? "s" : "mod";
            } else {
                how = "behind/" + reading.wordAt(behindDeterminer(mentions.from(m) - 1));
            }
            Set<String> features = features(found, mentions.entity(m));
            features.add("in/" + how + "/" + anaphor.kind());
            features.add("in/" + how + "/" + anaphor.kind() + "/" + type(mentions.entity(m)));
            features.add("in/" + how + "/" + anaphor.noun());
            features.add("in");
        }
    }

    /** "Lee issued a statement. … The statement said": those beside the noun where it stood last. */
    private void seenWithNoun(Anaphor anaphor, Map<Integer, Set<String>> found) {
        List<Integer> stood = nouns.getOrDefault(anaphor.noun(), List.of());
        int at = Collections.binarySearch(stood, anaphor.from());
        int before = (at < 0 ? -at - 1 : at) - 1;
        if (before < 0 || reading.classes[anaphor.head() - 1] != WordClass.NOUN) {
            return;
        }
        int noun = stood.get(before);
        int distance = reading.sentenceOf[anaphor.from()] - reading.sentenceOf[noun];
        if (distance > NOUN_FARTHEST) {
            return;
        }
        Reading.Range sentence = reading.sentence(noun);
        boolean subjectSeen = false;
        int first = mentions.firstFrom(sentence.from());
        for (int m = first; m < mentions.size() && mentions.from(m) < sentence.to() && m - first < MOST_BEHIND; m++) {
            int from = mentions.from(m);
            int to = mentions.to(m);
            String how;
            if (to == noun || to == noun + 1 && from < noun) {
                how = "at";
            } else if (from == noun + 1 || from == noun + 2 && reading.classes[noun + 1] == WordClass.COMMA) {
                how = "beside";
            } else if (to < noun && noun - to < 4 && reading.classAt(to) == WordClass.POSSESSIVE) {
                how = "owner";
            } else if (from > noun && from - noun < 5 && OF.contains(reading.wordAt(behindDeterminer(from - 1)))) {
                how = "of";
            } else if (!subjectSeen && isSubject(m)) {
                how = "subject";
                subjectSeen = true;
            } else {
                how = "sentence";
            }
            Set<String> features = features(found, mentions.entity(m));
            features.add("seen/" + how + "/" + anaphor.kind());
            features.add("seen/" + how + "/" + anaphor.kind() + "/" + type(mentions.entity(m)));
            features.add("seen/" + how);
        }
        if (distance > 0) {
            found.values().forEach(features -> features.add("noun-seen-before/" + group(anaphor)));
        }
    }

    private int behindDeterminer(int token) {
        return reading.classAt(token) == WordClass.DETERMINER ? token - 1 : token;
    }

    private void before(Anaphor anaphor, Map<Integer, Set<String>> found) {
        int last = mentions.firstFrom(anaphor.from()) - 1;
        Set<EntityType> types = new LinkedHashSet<>();
        Set<Integer> seen = new LinkedHashSet<>();
        boolean subjectSeen = false;
        for (int m = last; m >= 0 && last - m < MOST_BEFORE; m--) {
            int distance = reading.sentenceOf[anaphor.from()] - reading.sentenceOf[mentions.from(m)];
            if (distance > FARTHEST) {
                break;
            }
            int entity = mentions.entity(m);
            boolean outside = !reading.quoted(mentions.from(m));
            boolean subject = outside && isSubject(m);
            if (subject && !subjectSeen && distance > 0) {
                subjectSeen = true;
                features(found, entity).add("nearest-subject/" + anaphor.kind());
                features(found, entity).add("nearest-subject/" + anaphor.kind() + "/" + type(entity));
            }
            if (!seen.add(entity)) {
                continue;
            }
            Set<String> features = features(found, entity);
            String group = group(anaphor);
            features.add("back/" + near(distance) + "/" + group);
            features.add("back");
            if (paragraph(anaphor.from()) == paragraph(mentions.from(m))) {
                features.add("same-paragraph/" + group);
            } else if (paragraph(anaphor.from()) == paragraph(mentions.from(m)) + 1) {
                features.add("paragraph-before/" + group);
            }
            if (subject) {
                features.add("subject/" + group);
            }
            if (!outside) {
                features.add("in-quotation");
            }
            if (types.add(type(entity))) {
                features.add("latest/" + anaphor.kind() + "/" + type(entity));
            }
            if (isHeadline(mentions.from(m))) {
                features.add("headline-only");
            }
            if (reading.classAt(mentions.from(m) - 1) == WordClass.PREPOSITION) {
                features.add("governed/" + group);
            }
            if (reading.classAt(mentions.to(m)) == WordClass.POSSESSIVE) {
                features.add("possessor/" + group);
            }
        }
    }

    private void behind(Anaphor anaphor, Map<Integer, Set<String>> found) {
        int first = mentions.firstFrom(anaphor.to());
        Set<EntityType> types = new LinkedHashSet<>();
        Set<Integer> seen = new LinkedHashSet<>();
        int here = reading.sentenceOf[anaphor.from()];
        int subjectIn = -1;
        for (int m = first; m < mentions.size() && m - first < MOST_BEHIND; m++) {
            int distance = reading.sentenceOf[mentions.from(m)] - here;
            if (distance > FARTHEST_BEHIND) {
                break;
            }
            int entity = mentions.entity(m);
            if (distance == 0) {
                continue;
            }
            boolean known = found.containsKey(entity) && found.get(entity).contains("back");
            if (mentions.kind(m) != MentionKind.NAME || !seen.add(entity)) {
                continue;
            }
            Set<String> features = features(found, entity);
            String how = group(anaphor) + (known ? "/known" : "/new");
            features.add("ahead/" + Math.min(distance, 2) + "/" + how);
            if (types.add(type(entity))) {
                features.add("next/" + anaphor.kind() + "/" + type(entity) + (known ? "/known" : "/new"));
            }
            if (distance > 0 && subjectIn < 0 && isSubject(m)) {
                subjectIn = distance;
                features.add("next-subject/" + how);
                features.add("next-subject/" + Math.min(distance, 2) + "/" + how + "/" + type(entity));
            }
        }
    }

    private void common(Anaphor anaphor, int entity, Set<String> features) {
        EntityType type = type(entity);
        String kind = anaphor.kind() + "/" + type;
        features.add(kind);
        features.add(kind + "/" + anaphor.determiner());
        features.add("head/" + anaphor.noun() + "/" + type);
        if (isHeadline(anaphor.from())) {
            features.add("headline/" + kind);
        }
        described(anaphor, entity, features);
        if (entity == speakerBefore) {
            features.add("spoke-before/" + kind);
            features.add("spoke-before/" + group(anaphor));
            int distance = reading.sentenceOf[anaphor.from()] - sentenceOfSpeaker;
            features.add("spoke-before/" + near(distance) + "/" + group(anaphor));
        } else if (entity == speakerBeforeThat) {
            features.add("spoke-earlier/" + group(anaphor));
        }
        Integer ofNoun = lastOfNoun.get(anaphor.noun());
        if (ofNoun != null && ofNoun == entity) {
            features.add("noun-before/" + group(anaphor));
        } else if (ofNoun != null && ofNoun < 0) {
            features.add("noun-meant-nobody/" + group(anaphor));
        } else if (ofNoun != null) {
            features.add("noun-meant-another/" + group(anaphor));
        }
        int count = often.getOrDefault(entity, 0);
        features.add("often/" + (count > 8 ? "8" : count > 4 ? "4" : count > 1 ? "2" : "1") + "/" + group(anaphor));
    }

    private void described(Anaphor anaphor, int entity, Set<String> features) {
        Set<String> words = descriptions.of(entity);
        Set<String> name = descriptions.nameOf(entity);
        String group = group(anaphor);
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

    private static String group(Anaphor anaphor) {
        return switch (anaphor.kind()) {
            case HE, IT, THEY, WE -> anaphor.kind().name();
            default -> anaphor.determiner();
        };
    }

    private static String near(int distance) {
        return distance <= 2 ? String.valueOf(distance) : distance <= 4 ? "4" : distance <= 7 ? "7" : "12";
    }

    private int paragraph(int token) {
        return reading.sentence(token).paragraph();
    }

    private boolean isHeadline(int token) {
        int paragraph = paragraph(token);
        return paragraph == 0 || reading.document.paragraphs().get(paragraph).kind() == Paragraph.Kind.HEADLINE;
    }

    private boolean isSubject(int mention) {
        int i = mentions.to(mention);
        WordClass left = reading.classAt(mentions.from(mention) - 1);
        if (left == WordClass.PREPOSITION || left == WordClass.TO) {
            return false;
        }
        if (reading.classAt(i) == WordClass.COMMA || reading.classAt(i) == WordClass.OPEN_BRACKET) {
            WordClass closing = reading.classes[i] == WordClass.COMMA ? WordClass.COMMA : WordClass.CLOSE_BRACKET;
            for (int k = i + 1; k < i + 20; k++) {
                if (reading.classAt(k) == closing) {
                    i = k + 1;
                    break;
                }
            }
        }
        while (reading.classAt(i) == WordClass.ADVERB) {
            i++;
        }
        return reading.classAt(i) == WordClass.VERB || reading.classAt(i) == WordClass.AUXILIARY;
    }
}
