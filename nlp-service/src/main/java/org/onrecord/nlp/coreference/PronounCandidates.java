package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.onrecord.contracts.EntityType;
import org.onrecord.nlp.weight.TraitVector;

/**
 * Whom a pronoun may mean, each person with its traits. Reads forward: the pronouns before one must have been told what they
 * mean. Looks at a bounded number of mentions, so that time grows with the text alone. Not thread-safe.
 */
final class PronounCandidates {
    private static final int FARTHEST = 8;
    private static final int MOST_LOOKED_AT = 100;
    private static final int BEHIND = 40;
    /** Below this a person is of the other gender, as far as one can tell. */
    private static final double IMPROBABLE = Math.log(0.2);

    private static final Set<String> OF_THE_SENTENCE = Set.of("his", "hers", "himself", "herself");

    private final Discourse discourse;
    private final GenderBelief belief;
    private final List<Spoken> spoken = new ArrayList<>();
    private final TreeMap<Integer, Spoken> names = new TreeMap<>();
    private final Map<EntityDraft, Set<Integer>> quotedIn = new HashMap<>();
    private final Map<Integer, EntityDraft> firstOfSentence = new HashMap<>();
    private final Map<Integer, EntityDraft> firstOfParagraph = new HashMap<>();
    private int read;

    /** A mention; a pronoun where it is no name. */
    private record Spoken(EntityDraft draft, int firstToken, int endToken, Gender pronoun) {}

    /** A person and what speaks for it, by the ordinals of {@link PronounTrait}. */
    record Candidate(EntityDraft draft, double[] traits) {}

    PronounCandidates(
            Discourse discourse, List<EntityDraft> drafts, List<Reference> descriptions, GenderBelief belief) {
        this.discourse = discourse;
        this.belief = belief;
        for (EntityDraft draft : drafts) {
            if (draft.type == EntityType.PERSON) {
                for (NameMention name : draft.names()) {
                    add(draft, name.firstToken(), name.endToken());
                }
            }
        }
        for (Reference description : descriptions) {
            int first = discourse.firstEndingAfter(description.start());
            add(description.draft(), first, discourse.firstEndingAfter(description.end()));
        }
    }

    private void add(EntityDraft draft, int token, int endToken) {
        names.put(token, new Spoken(draft, token, endToken, Gender.UNKNOWN));
        if (discourse.quoted.contains(token)) {
            quotedIn.computeIfAbsent(draft, d -> new java.util.HashSet<>()).add(discourse.sentence(token));
        }
    }

    /** What a pronoun was found to mean, so that those behind it can lean on it. */
    void means(int pronoun, Gender gender, EntityDraft draft) {
        spoken.add(new Spoken(draft, pronoun, pronoun + 1, gender));
        note(draft, pronoun);
    }

    private void note(EntityDraft draft, int token) {
        firstOfSentence.putIfAbsent(discourse.sentence(token), draft);
        firstOfParagraph.putIfAbsent(discourse.paragraph(token), draft);
    }

    private void readUpTo(int pronoun) {
        for (Spoken name : names.subMap(read, pronoun).values()) {
            spoken.add(name);
            note(name.draft(), name.firstToken());
        }
        read = pronoun;
    }

    List<Candidate> of(int pronoun, Gender gender) {
        readUpTo(pronoun);
        Map<EntityDraft, Sighting> sightings = new LinkedHashMap<>();
        EntityDraft nearestSubject = null;
        int last = spoken.size() - 1;
        for (int m = last; m >= 0 && last - m < MOST_LOOKED_AT; m--) {
            Spoken mention = spoken.get(m);
            if (discourse.sentence(pronoun) - discourse.sentence(mention.firstToken()) > FARTHEST) {
                break;
            }
            boolean possible = belief.logProbability(mention.draft(), gender) > IMPROBABLE;
            if (nearestSubject == null && possible && isSubject(mention) && isOutside(mention)) {
                nearestSubject = mention.draft();
            }
            sightings
                    .computeIfAbsent(mention.draft(), d -> new Sighting(mention))
                    .see(mention);
        }
        List<Candidate> candidates = new ArrayList<>();
        boolean latest = true;
        for (Map.Entry<EntityDraft, Sighting> entry : sightings.entrySet()) {
            EntityDraft draft = entry.getKey();
            TraitVector<PronounTrait> traits = new TraitVector<>(PronounTrait.class);
            seen(traits, pronoun, gender, draft, entry.getValue());
            traits.set(PronounTrait.NEAREST_SUBJECT, draft == nearestSubject);
            boolean fits = belief.logProbability(draft, gender) > IMPROBABLE;
            traits.set(PronounTrait.LATEST, latest && fits);
            boolean owner = latest && fits && isOwner(pronoun);
            traits.set(PronounTrait.LATEST_OWNER, owner && traits.has(PronounTrait.SAME_SENTENCE));
            latest &= !fits;
            candidates.add(new Candidate(draft, traits.values()));
        }
        behind(pronoun, gender, sightings, candidates);
        return candidates;
    }

    private void behind(int pronoun, Gender gender, Map<EntityDraft, Sighting> sightings, List<Candidate> candidates) {
        int end = Math.min(discourse.sentenceEnd(pronoun), pronoun + BEHIND);
        Map.Entry<Integer, Spoken> next = names.ceilingEntry(pronoun + 1);
        boolean opens = pronoun - discourse.sentenceStart(pronoun) <= 4;
        if (opens
                && next != null
                && next.getKey() < end
                && !sightings.containsKey(next.getValue().draft())) {
            EntityDraft draft = next.getValue().draft();
            TraitVector<PronounTrait> traits = new TraitVector<>(PronounTrait.class);
            traits.set(PronounTrait.ALWAYS, true);
            traits.set(PronounTrait.GENDER, belief.logProbability(draft, gender));
            traits.set(PronounTrait.NAMED_BEHIND, true);
            candidates.add(new Candidate(draft, traits.values()));
        }
    }

    private void seen(
            TraitVector<PronounTrait> traits, int pronoun, Gender gender, EntityDraft draft, Sighting sighting) {
        Spoken last = sighting.outside != null ? sighting.outside : sighting.last;
        int token = last.firstToken();
        int distance = discourse.sentence(pronoun) - discourse.sentence(sighting.last.firstToken());
        traits.set(PronounTrait.ALWAYS, true);
        traits.set(PronounTrait.GENDER, belief.logProbability(draft, gender));
        traits.set(PronounTrait.SAME_SENTENCE, distance == 0);
        traits.set(PronounTrait.ONE_BEFORE, distance == 1);
        traits.set(PronounTrait.TWO_BEFORE, distance == 2);
        traits.set(PronounTrait.THREE_OR_FOUR_BEFORE, distance == 3 || distance == 4);
        traits.set(PronounTrait.FARTHER, distance > 4);
        traits.set(PronounTrait.SAME_PARAGRAPH, discourse.paragraph(token) == discourse.paragraph(pronoun));
        traits.set(PronounTrait.SUBJECT, isSubject(last));
        traits.set(PronounTrait.SPOKE, Subjects.speaks(discourse.tokens, last.firstToken(), last.endToken()));
        traits.set(
                PronounTrait.FIRST_OF_SENTENCE_BEFORE, firstOfSentence.get(discourse.sentence(pronoun) - 1) == draft);
        traits.set(PronounTrait.FIRST_OF_PARAGRAPH, firstOfParagraph.get(discourse.paragraph(pronoun)) == draft);
        boolean quoted = discourse.quoted.contains(pronoun);
        traits.set(PronounTrait.LAST_IN_QUOTATION, discourse.quoted.contains(sighting.last.firstToken()) && !quoted);
        boolean besideIt = distance == 0 && sighting.outside != null;
        boolean ownWords = quotedIn.getOrDefault(draft, Set.of()).contains(discourse.sentence(pronoun));
        traits.set(PronounTrait.NAMED_IN_OWN_WORDS, ownWords && !quoted && !besideIt);
        int end = last.endToken();
        traits.set(
                PronounTrait.POSSESSOR,
                end < discourse.tokens.size() && discourse.tokens.get(end).tag().equals("POS"));
        traits.set(PronounTrait.AFTER_PREPOSITION, Subjects.isGoverned(discourse.tokens, last.firstToken()));
        traits.set(PronounTrait.PRONOUN_BEFORE, sighting.pronoun == gender && distance <= 1);
        traits.set(PronounTrait.LAST_WAS_PRONOUN, last.pronoun() != Gender.UNKNOWN);
        traits.set(PronounTrait.OFTEN, Math.log(sighting.count));
        traits.set(PronounTrait.DOUBTFUL_PERSON, isDoubtful(draft));
        traits.set(PronounTrait.OWNER_IN_SENTENCE, isOwner(pronoun) && distance == 0);
    }

    private static boolean isDoubtful(EntityDraft draft) {
        return draft.gender == Gender.UNKNOWN
                && draft.roles.isEmpty()
                && (draft.firstName() == null || !FirstNameShares.knows(draft.firstName()));
    }

    private boolean isSubject(Spoken mention) {
        return Subjects.isSubject(discourse.tokens, mention.firstToken(), mention.endToken());
    }

    private boolean isOutside(Spoken mention) {
        return !discourse.quoted.contains(mention.firstToken());
    }

    private boolean isOwner(int pronoun) {
        String word = discourse.tokens.get(pronoun).text().toLowerCase(Locale.ROOT);
        return OF_THE_SENTENCE.contains(word)
                || discourse.tokens.get(pronoun).tag().equals("PRP$");
    }

    /** How a person was spoken of lately. */
    private final class Sighting {
        final Spoken last;
        Spoken outside;
        Gender pronoun = Gender.UNKNOWN;
        int count;

        Sighting(Spoken last) {
            this.last = last;
        }

        void see(Spoken mention) {
            count++;
            if (outside == null && isOutside(mention)) {
                outside = mention;
            }
            if (pronoun == Gender.UNKNOWN) {
                pronoun = mention.pronoun();
            }
        }
    }
}
