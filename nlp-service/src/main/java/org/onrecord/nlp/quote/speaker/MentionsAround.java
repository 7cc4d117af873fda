package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
 * Where those stand whom a speaker without a name may mean: within its words, before it, behind it, and beside its noun where
 * that stood last. Looks at a bounded number of mentions. Of one document; not changed once made.
 */
final class MentionsAround {
    private static final int MOST_BEFORE = 60;
    private static final int MOST_BEHIND = 14;
    private static final int FARTHEST = 12;
    private static final int FARTHEST_BEHIND = 3;
    /** A noun that stood farther back, in sentences, is another thing. */
    private static final int NOUN_FARTHEST = 25;

    private static final Set<String> OF = Set.of("of", "by", "from", "for", "at", "with");

    private final Reading reading;
    private final Entities entities;
    private final MentionTokens mentions;
    private final Map<String, List<Integer>> nouns = new HashMap<>();

    MentionsAround(Reading reading, Entities entities, MentionTokens mentions) {
        this.reading = reading;
        this.entities = entities;
        this.mentions = mentions;
        for (int i = 0; i < reading.lower.length; i++) {
            if (reading.classes[i] == WordClass.NOUN) {
                nouns.computeIfAbsent(reading.lower[i], n -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Adds to each entity that may be meant, in the order in which they are found, how it stands to the speaker. */
    void find(Anaphor anaphor, Map<Integer, Set<String>> found) {
        inside(anaphor, found);
        before(anaphor, found);
        behind(anaphor, found);
        seenWithNoun(anaphor, found);
    }

    private static Set<String> features(Map<Integer, Set<String>> found, int entity) {
        return found.computeIfAbsent(entity, e -> new LinkedHashSet<>());
    }

    private EntityType type(int entity) {
        return entities.entities().get(entity).type();
    }

    /** Whether a token stands in the headline. */
    boolean isHeadline(int token) {
        int paragraph = paragraph(token);
        return paragraph == 0 || reading.document.paragraphs().get(paragraph).kind() == Paragraph.Kind.HEADLINE;
    }

    /** How far away a sentence is, coarsely. */
    static String near(int distance) {
        return distance <= 2 ? String.valueOf(distance) : distance <= 4 ? "4" : distance <= 7 ? "7" : "12";
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
            found.values().forEach(features -> features.add("noun-seen-before/" + anaphor.group()));
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
            String group = anaphor.group();
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
            String how = anaphor.group() + (known ? "/known" : "/new");
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

    private int paragraph(int token) {
        return reading.sentence(token).paragraph();
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
